import { Checkbox, Input, Select } from 'antd';
import type { OperationRequest } from '../../../core/commerce/operation-api.ts';
import { type Reason, reasons } from '../../../core/commerce/policy/claim.ts';
import { Field } from './field.tsx';
import { useOperationsWords } from './words.ts';
import type { FormKind } from './wish.ts';

export type Condition = NonNullable<OperationRequest['condition']>;
export const goodCondition: Condition = { tags: true, resaleable: true, proof: false };

/** As they are offered: what fits nothing else comes last. */
const listed = reasons.toSorted((a, b) => Number(a === 'other') - Number(b === 'other'));

/** What is nearly always so: nobody changes an address for a defect. */
export const usualReason = (kind: FormKind): Reason | null =>
  kind === 'address-change' || kind === 'size-change' || kind === 'gift' ? 'other' : null;

/** Kinds whose policy asks how the goods are. */
export const asksCondition = (kind: FormKind): boolean =>
  ['return', 'exchange', 'refund', 'payout', 'compensation'].includes(kind);

interface Props {
  kind: FormKind;
  code: Reason | null;
  words: string;
  condition: Condition;
  onCode(code: Reason): void;
  onWords(words: string): void;
  onCondition(condition: Condition): void;
}

export function ReasonFields({ kind, code, words, condition, onCode, onWords, onCondition }: Props) {
  const say = useOperationsWords();
  return (
    <>
      <Field label={say('field.reason')}>
        {(control) => (
          <Select
            {...control}
            className="operation-select"
            data-testid="reason"
            placeholder={say('field.reason.choose')}
            value={code ?? undefined}
            options={listed.map((reason) => ({ value: reason, label: say(`reason.${reason}`) }))}
            onChange={onCode}
          />
        )}
      </Field>
      {asksCondition(kind) && (
        <fieldset className="operation-field condition-choices">
          <legend>{say('field.condition')}</legend>
          {(['tags', 'resaleable', 'proof'] as const).map((one) => (
            <Checkbox
              key={one}
              checked={condition[one]}
              data-testid={`condition-${one}`}
              onChange={({ target }) => onCondition({ ...condition, [one]: target.checked })}
            >
              {say(`field.condition.${one}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <Field label={say('field.words')} hint={say('field.words.hint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            data-testid="words"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={words}
            onChange={({ target }) => onWords(target.value)}
          />
        )}
      </Field>
    </>
  );
}
