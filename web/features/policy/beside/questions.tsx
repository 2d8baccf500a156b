import { Input, Select, Switch } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Answers } from '../../../../core/commerce/policy/claim-of-order.ts';
import type { Question } from '../../../../core/commerce/policy/questions.ts';
import { readFen } from '../../../../core/commerce/reading/cell.ts';
import { usePolicyWords } from '../words.ts';

interface Props {
  questions: readonly Question[];
  currency: string;
  onAnswer(answer: Answers): void;
}

/** What the shop's data do not tell and what would change the answer: each with what is supposed until somebody says. */
export function Questions({ questions, currency, onAnswer }: Props) {
  const say = usePolicyWords();
  if (questions.length === 0) return null;
  return (
    <div
      className="offer-questions"
      role="group"
      aria-label={say('questions.title')}
      data-testid="offer-questions"
    >
      {questions.map((question) => (
        <Field key={question.key} question={question} currency={currency} onAnswer={onAnswer} />
      ))}
    </div>
  );
}

function Field({ question, currency, onAnswer }: Omit<Props, 'questions'> & { question: Question }) {
  const say = usePolicyWords();
  const id = useId();
  const { key } = question;
  return (
    <div className="offer-question" data-answered={question.isAnswered}>
      <label htmlFor={id}>
        {say(`question.${key}`)}
        {!question.isAnswered && question.kind !== 'sku' && (
          <span className="offer-supposed">{say('questions.supposed')}</span>
        )}
      </label>
      {question.kind === 'flag' && (
        <Switch
          id={id}
          size="small"
          data-testid={`question-${key}`}
          checked={question.value}
          checkedChildren={say('yes')}
          unCheckedChildren={say('no')}
          onChange={(value) => onAnswer({ [key]: value })}
        />
      )}
      {question.kind === 'sku' && (
        <Select
          id={id}
          size="small"
          allowClear
          data-testid={`question-${key}`}
          placeholder={say('question.exchangeFor.none')}
          popupMatchSelectWidth={false}
          value={question.value}
          options={question.choices.map(({ code, words, stock }) => ({
            value: code,
            label:
              stock === null
                ? say('sku.unknown', { words })
                : stock === 0
                  ? say('sku.none', { words })
                  : say('sku.left', { words, count: stock }),
          }))}
          onChange={(value: string | undefined) => onAnswer({ [key]: value ?? null })}
        />
      )}
      {question.kind === 'money' && (
        <Written
          id={id}
          testId={`question-${key}`}
          suffix={currency}
          value={question.value === null ? '' : yuanOf(question.value)}
          read={(text) => readFen(text)}
          onRead={(value) => onAnswer({ [key]: value })}
        />
      )}
      {question.kind === 'day' && (
        <Written
          id={id}
          testId={`question-${key}`}
          type="date"
          value={question.value === null ? '' : dayOf(question.value)}
          read={(text) => {
            const at = new Date(`${text}T12:00`).getTime();
            return Number.isNaN(at) || at < 0 ? null : at;
          }}
          onRead={(value) => onAnswer({ [key]: value })}
        />
      )}
    </div>
  );
}

interface WrittenProps {
  id: string;
  testId: string;
  type?: 'date';
  suffix?: ReactNode;
  value: string;
  read(text: string): number | null;
  onRead(value: number): void;
}

/** Taken when it is left or Enter is pressed, and only where it can be read. */
function Written({ id, testId, type, suffix, value, read, onRead }: WrittenProps) {
  const [text, setText] = useState(value);
  const figure = read(text);
  const isWrong = text.trim() !== '' && figure === null;
  const take = () => {
    if (figure !== null && text !== value) onRead(figure);
  };
  return (
    <Input
      id={id}
      size="small"
      className="offer-written figures"
      data-testid={testId}
      type={type ?? 'text'}
      inputMode={type ? undefined : 'decimal'}
      suffix={suffix}
      status={isWrong ? 'warning' : undefined}
      aria-invalid={isWrong}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  );
}

const yuanOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

function dayOf(at: number): string {
  const day = new Date(at);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
