import { Link } from '@tanstack/react-router';
import type { QualityRow } from '../../../core/quality/answers.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { dayAndTime } from '../../lib/format.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { Points } from './points.tsx';
import { useQualityWords } from './words.ts';
import './tables.css';

interface Props {
  rows: readonly QualityRow[];
  /** Each row is a finding. */
  findings: boolean;
}

export function EpisodeTable({ rows, findings }: Props) {
  const q = useQualityWords();
  if (rows.length === 0) return <p className="quality-none muted">{q('list.empty')}</p>;
  return (
    <div className="quality-scroll quality-card">
      <table className="quality-table list-table">
        <thead>
          <tr>
            <th scope="col">{q('list.closed')}</th>
            <th scope="col">{q('list.customer')}</th>
            <th scope="col">{q('list.agent')}</th>
            <th scope="col">{q('list.group')}</th>
            <th scope="col" className="quality-number">
              {q('list.points')}
            </th>
            {findings && <th scope="col">{q('list.finding')}</th>}
            {findings ? <th scope="col">{q('list.said')}</th> : <th scope="col">{q('list.findings')}</th>}
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.finding?.findingId ?? row.episodeId} row={row} findings={findings} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, findings }: { row: QualityRow; findings: boolean }) {
  const { t, lang } = usePreferences();
  const q = useQualityWords();
  const {
    conversationId,
    messageSeq,
    number,
    closedAt,
    agentName,
    agentId,
    group,
    rules,
    finding,
    reviewed,
  } = row;
  return (
    <tr data-testid="quality-row" data-conversation={conversationId} data-episode={row.episodeId}>
      <td className="figures">{dayAndTime(closedAt, lang)}</td>
      <th scope="row">
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId }}
          search={{ m: messageSeq }}
          preload={false}
          title={q('list.open')}
        >
          {customerName(row, t)}
        </Link>{' '}
        {number > 1 && <span className="muted">{q('list.number', { number })}</span>}
      </th>
      <td>{agentName ?? <span className="muted">{q(agentId ? 'agent.gone' : 'agent.none')}</span>}</td>
      <td>{t(`group.${group}`)}</td>
      <td className="quality-number">
        <Points row={row} />
      </td>
      {findings && finding && <td>{ruleWords(finding.rule, lang).title}</td>}
      {findings && finding && (
        <td>
          <span className="said-mark" data-said={finding.said}>
            {q(`said.${finding.said}`)}
          </span>
        </td>
      )}
      {!findings && (
        <td className="list-rules">
          {rules.length === 0 ? (
            <span className="muted">{q('list.clean')}</span>
          ) : (
            rules.map((rule) => ruleWords(rule, lang).title).join(lang === 'zh' ? '、' : ', ')
          )}
        </td>
      )}
      <td className="muted">{reviewed && q('list.reviewed')}</td>
    </tr>
  );
}
