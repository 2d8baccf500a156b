import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { useAct } from '../../lib/use-act.ts';
import { standardQuery, standingsQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';

interface Wish {
  reason: string;
}

/** Somebody has looked at a rule that erred: it blocks again, for a reason that stays on record. */
export function RestoreDialog({ rule, onClose }: { rule: RuleId; onClose(): void }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const client = useQueryClient();
  const restore = useAct(async ({ reason }: Wish) => {
    await standardApi.restore(rule, reason.trim());
    await Promise.all(
      [standardQuery, standingsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })),
    );
  }, t('toothless.restored'));
  return (
    <FormDialog<Wish>
      title={t('toothless.restore.title', { rule: ruleWords(rule, lang).title })}
      okText={t('toothless.restore')}
      okTestId="restore-submit"
      act={restore}
      onClose={onClose}
    >
      <p className="dialog-what">{t('toothless.restore.what')}</p>
      <Form.Item
        name="reason"
        label={t('toothless.restore.reason')}
        rules={[{ required: true, whitespace: true, message: t('toothless.restore.missing') }]}
      >
        <Input.TextArea data-testid="restore-reason" rows={3} maxLength={400} />
      </Form.Item>
    </FormDialog>
  );
}
