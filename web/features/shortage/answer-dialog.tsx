import { Form, Radio } from 'antd';
import type { ShortagesBeside, ShortageView } from '../../../core/commerce/buying-api.ts';
import type { Choice } from '../../../core/commerce/shortage/shortage.ts';
import { choices } from '../../../core/commerce/shortage/shortage.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { useShortageAct } from './use-shortage-act.ts';

interface Props {
  shortage: ShortageView;
  conversationId: string;
  said: ShortagesBeside['said'];
  onClose(): void;
}

/** What the customer chose, and the message that says so. */
export function AnswerDialog({ shortage, conversationId, said, onClose }: Props) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const record = useShortageAct(({ choice, seq }: { choice: Choice; seq: number }) =>
    buyingApi.answerShortage(conversationId, shortage.shortageId, choice, seq),
  );
  return (
    <FormDialog
      title={say('short.answer.title')}
      okText={say('short.answer.save')}
      okTestId="answer-short-save"
      act={record}
      onClose={onClose}
    >
      <p className="muted">{say('short.answer.what')}</p>
      <Form.Item
        name="choice"
        label={say('short.answer.choice')}
        initialValue={shortage.answer?.choice}
        rules={[{ required: true, message: say('promo.needed') }]}
      >
        <Radio.Group
          optionType="button"
          options={choices.map((choice) => ({
            value: choice,
            label: say(`short.${choice}`),
            disabled: choice === 'swap' && shortage.swaps.length === 0,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="seq"
        label={say('short.answer.message')}
        initialValue={said[0]?.seq}
        rules={[{ required: true, message: say('promo.needed') }]}
      >
        {said.length === 0 ? (
          <p className="muted">{say('short.answer.none')}</p>
        ) : (
          <Radio.Group
            className="short-said"
            options={said.map(({ seq, text, at }) => ({
              value: seq,
              label: (
                <>
                  <span className="short-said-text">{text}</span>{' '}
                  {at !== null && <span className="muted figures">{shortDayAndTime(at, lang)}</span>}
                </>
              ),
            }))}
          />
        )}
      </Form.Item>
    </FormDialog>
  );
}
