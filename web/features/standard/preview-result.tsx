import { Link } from '@tanstack/react-router';
import type { PreviewExample, PreviewRule } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { dayAndTime } from '../../lib/format.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { byDifference, type Preview } from './preview-sum.ts';
import type { PreviewRun } from './use-preview.ts';
import { useStandardWords } from './words.ts';

/** The worst are what matters; more than these nobody reads. */
const mostScores = 60;

/** What would be another: in a sentence, by rule, by conversation. */
export function PreviewResult({ run: { state, sum } }: { run: PreviewRun }) {
  const t = useStandardWords();
  const { judged, scores, rules } = sum;
  if (judged === 0) return state === 'done' ? <p className="muted">{t('preview.nothing')}</p> : null;
  if (scores.length === 0 && rules.length === 0) {
    return <p data-testid="preview-sum">{t('preview.same', { judged })}</p>;
  }
  const total = (part: 'appear' | 'vanish' | 'reweighed') => rules.reduce((all, rule) => all + rule[part], 0);
  return (
    <>
      <p data-testid="preview-sum">
        {t('preview.sum', {
          judged,
          scores: scores.length,
          appear: total('appear'),
          vanish: total('vanish'),
          reweighed: total('reweighed'),
        })}
      </p>
      {rules.length > 0 && <Rules rules={rules} />}
      {scores.length > 0 && <Scores scores={scores} />}
    </>
  );
}

function Rules({ rules }: Pick<Preview, 'rules'>) {
  const t = useStandardWords();
  return (
    <table className="preview-table" data-testid="preview-rules">
      <thead>
        <tr>
          <th scope="col">{t('preview.rules')}</th>
          <th scope="col">{t('preview.appear')}</th>
          <th scope="col">{t('preview.vanish')}</th>
          <th scope="col">{t('preview.reweighed')}</th>
        </tr>
      </thead>
      {rules.map((line) => (
        <RuleLine key={line.rule} line={line} />
      ))}
    </table>
  );
}

function RuleLine({ line }: { line: PreviewRule }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { rule, appear, vanish, reweighed, examples } = line;
  return (
    <tbody data-rule={rule}>
      <tr>
        <th scope="row">{ruleWords(rule, lang).title}</th>
        <td className="figures">{appear || '—'}</td>
        <td className="figures">{vanish || '—'}</td>
        <td className="figures">{reweighed || '—'}</td>
      </tr>
      <tr>
        <td colSpan={4}>
          <details>
            <summary>{t('preview.examples')}</summary>
            <ul className="preview-examples">
              {examples.map((example) => (
                <Example key={`${example.episodeId} ${example.messageSeq}`} example={example} />
              ))}
            </ul>
          </details>
        </td>
      </tr>
    </tbody>
  );
}

function Example({ example: { change, conversationId, evidence, weight } }: { example: PreviewExample }) {
  const t = useStandardWords();
  const what =
    change === 'reweighed'
      ? t('preview.reweighs', { weight: t(`weight.${weight}`) })
      : t(`preview.${change}`);
  return (
    <li>
      <span className="muted">{what}</span> {/* In a window of its own: what is being changed here stays. */}
      <Link to="/inbox/$conversationId" params={{ conversationId }} target="_blank" preload={false}>
        {evidence || t('preview.silent')}
      </Link>
    </li>
  );
}

function Scores({ scores }: Pick<Preview, 'scores'>) {
  const { t: common, lang } = usePreferences();
  const t = useStandardWords();
  const order = byDifference(scores);
  return (
    <>
      <table className="preview-table" data-testid="preview-scores">
        <thead>
          <tr>
            <th scope="col">{t('preview.conversation')}</th>
            <th scope="col">{t('preview.closed')}</th>
            <th scope="col">{t('preview.before')}</th>
            <th scope="col">{t('preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {order.slice(0, mostScores).map((score) => {
            const { conversationId, episodeId, closedAt, before, after } = score;
            const name = customerName(score, common);
            return (
              <tr key={episodeId}>
                <th scope="row">
                  <Link
                    to="/inbox/$conversationId"
                    params={{ conversationId }}
                    target="_blank"
                    preload={false}
                    title={t('preview.open', { name })}
                  >
                    {name}
                  </Link>
                </th>
                <td className="muted figures">{closedAt === null ? '—' : dayAndTime(closedAt, lang)}</td>
                <td className="figures">{before}</td>
                <td className="figures" data-lower={after < before}>
                  <strong>{after}</strong>{' '}
                  <span className="muted">{after > before ? `+${after - before}` : after - before}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {order.length > mostScores && (
        <p className="muted">{t('preview.moreScores', { count: order.length - mostScores })}</p>
      )}
    </>
  );
}
