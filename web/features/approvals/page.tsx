import { Answer, Nothing } from '../orders/answer.tsx';
import { More } from '../operations/more.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { PageFrame } from '../operations/page-frame.tsx';
import { usePages } from '../operations/use-pages.ts';
import { useOperationsWords } from '../operations/words.ts';
import { ApprovalCard } from './card.tsx';
import './approvals.css';

/** What waits for somebody's agreement: first what waits for the reader's. */
export function ApprovalsPage() {
  const say = useOperationsWords();
  return (
    <PageFrame
      may="operations.approve"
      testId="approvals"
      title={say('approvals.title')}
      aside={<p className="muted">{say('approvals.what')}</p>}
    >
      <Waiting />
    </PageFrame>
  );
}

function Waiting() {
  const say = useOperationsWords();
  const { query, more } = usePages(['approvals'], operationsApi.approvals);
  return (
    <Answer query={query} failed={say('approvals.failed')}>
      {(rows) => {
        const mine = rows.filter(({ may }) => may.approve === true);
        const others = rows.filter(({ may }) => may.approve !== true);
        return rows.length === 0 ? (
          <Nothing title={say('approvals.empty.title')} what={say('approvals.empty.what')} />
        ) : (
          <>
            {mine.length > 0 && (
              <h2 className="operations-group" role="status">
                {say('approvals.mine', { count: mine.length })}
              </h2>
            )}
            {mine.map((row) => (
              <ApprovalCard key={row.operationId} row={row} />
            ))}
            {others.length > 0 && <h2 className="operations-group">{say('approvals.others')}</h2>}
            {others.map((row) => (
              <ApprovalCard key={row.operationId} row={row} />
            ))}
            <More more={more} />
          </>
        );
      }}
    </Answer>
  );
}
