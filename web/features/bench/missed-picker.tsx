import { Popover, Select } from 'antd';
import { useState } from 'react';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Rule } from '../../../core/standard/rule.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { familiesOf } from './trial.ts';
import { useBenchWords } from './words.ts';

interface Props {
  rules: readonly Rule[];
  onChoose(rule: RuleId): Promise<boolean>;
}

/** What no rule found and one should have. */
export function MissedPicker({ rules, onChoose }: Props) {
  const b = useBenchWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      title={b('turn.missed.choose')}
      content={<Choice rules={rules} onChoose={onChoose} onDone={() => setOpen(false)} />}
    >
      <button type="button" className="quiet-button" data-testid="turn-missed">
        {b('turn.missed')}
      </button>
    </Popover>
  );
}

function Choice({ rules, onChoose, onDone }: Props & { onDone(): void }) {
  const { lang } = usePreferences();
  const b = useBenchWords();
  const [busy, setBusy] = useState(false);
  return (
    <Select<RuleId>
      autoFocus
      showSearch={{ optionFilterProp: 'label' }}
      className="missed-select"
      data-testid="missed-rule"
      aria-label={b('turn.missed.choose')}
      loading={busy}
      disabled={busy}
      options={familiesOf(rules, []).map(({ family, rules: own }) => ({
        label: b(`family.${family}`),
        options: own.map(({ id }) => ({ value: id, label: ruleWords(id, lang).title })),
      }))}
      onChange={async (rule) => {
        setBusy(true);
        if (await onChoose(rule)) onDone();
        else setBusy(false);
      }}
    />
  );
}
