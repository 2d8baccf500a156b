import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type { SizeAnswer } from '../../../core/commerce/buying-api.ts';
import type { Body, Confidence } from '../../../core/commerce/size/advise-size.ts';
import { limits } from '../../../core/commerce/size/body-in.ts';
import type { Measure } from '../../../core/commerce/size/size-table.ts';
import { measureName, sizeWhyWords, sizeWords, unitOf } from '../../../core/words/buying.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { Pill, type Tone } from '../../lib/pill.tsx';
import { buyingApi } from './buying-api.ts';
import { PutButton } from './put-button.tsx';
import { useBuyingWords } from './words.ts';

interface Props {
  productId: string;
  /** What the customer wrote of themselves. */
  said: Body;
  onPut(text: string): void;
}

const tones: Record<Confidence | 'none', Tone> = {
  sure: 'green',
  fair: 'accent',
  between: 'amber',
  none: 'amber',
};

/** Which size, by the product's own table; filled in with what the customer wrote. */
export function SizeHelp({ productId, said, onPut }: Props) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const [written, setWritten] = useState<Partial<Record<Measure, string>>>({});
  const body = useDeferredValue(bodyOf(written, said));
  const { data, error } = useQuery({
    queryKey: ['size', productId, body],
    queryFn: ({ signal }) => buyingApi.size(productId, body, signal),
    placeholderData: (before) => before,
  });
  if (error && !data) return <p role="alert">{sentence(error, lang)}</p>;
  if (!data) return null;
  const { table, advice } = data;
  if (!table) return <p className="muted">{say('size.none')}</p>;
  const words = advice && sizeWords(data.name, advice, lang);
  return (
    <form
      className="size-help"
      data-testid="size-help"
      onSubmit={(event) => {
        event.preventDefault();
        if (words) onPut(words);
      }}
    >
      <div className="size-fields">
        {table.measures.map((measure) => (
          <MeasureField
            key={measure}
            measure={measure}
            value={written[measure] ?? String(said[measure] ?? '')}
            isSaid={written[measure] === undefined && said[measure] !== undefined}
            onChange={(value) => setWritten({ ...written, [measure]: value })}
          />
        ))}
      </div>
      {advice ? (
        <div className="size-answer" role="status" data-testid="size-answer">
          <p>
            <strong>{advice.size === null ? '–' : say('size.answer', { size: advice.size })}</strong>
            <Pill tone={tones[advice.confidence ?? 'none']}>
              {say(`size.${advice.confidence ?? 'nothing'}`)}
            </Pill>
            {advice.other !== null && (
              <span className="muted">{say('size.other', { size: advice.other })}</span>
            )}
            <Stock answer={data} />
          </p>
          <ul className="size-why">
            {advice.why.map((why) => (
              <li key={JSON.stringify(why)}>{sizeWhyWords(why, lang)}</li>
            ))}
          </ul>
          {words && <PutButton text={words} testId="put-size" onPut={onPut} />}
        </div>
      ) : (
        <p className="muted">{say('size.ask')}</p>
      )}
    </form>
  );
}

interface FieldProps {
  measure: Measure;
  value: string;
  isSaid: boolean;
  onChange(value: string): void;
}

function MeasureField({ measure, value, isSaid, onChange }: FieldProps) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const id = useId();
  return (
    <span className="size-field">
      <label htmlFor={id}>
        {say('size.measure', { name: measureName(measure, lang), unit: unitOf(measure) })}
      </label>
      <input
        id={id}
        data-testid={`size-${measure}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {isSaid && <span className="muted">{say('size.from')}</span>}
    </span>
  );
}

function Stock({ answer: { advice, stock } }: { answer: SizeAnswer }) {
  const say = useBuyingWords();
  const size = advice?.size ?? null;
  const count = size === null ? undefined : stock[size];
  if (size === null || count === undefined || count === null) return null;
  return count > 0 ? (
    <span className="muted figures">{say('size.stock', { size, count })}</span>
  ) : (
    <span className="stock-none">{say('size.gone', { size })}</span>
  );
}

/** What can't be a person's is left out until it can. */
function bodyOf(written: Partial<Record<Measure, string>>, said: Body): Body {
  const body: Body = {};
  for (const measure of Object.keys(limits) as Measure[]) {
    const text = written[measure]?.normalize('NFKC').trim();
    const value =
      text === undefined ? said[measure] : /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
    const { from, to } = limits[measure];
    if (value !== undefined && value >= from && value <= to) body[measure] = value;
  }
  return body;
}
