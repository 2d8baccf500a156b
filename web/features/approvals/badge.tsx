import { useQuery } from '@tanstack/react-query';
import { useOperationsLive } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';
import { countsQuery } from './counts.ts';

/** How many approvals wait for this person. */
export function ApprovalsBadge() {
  const say = useOperationsWords();
  const { data } = useQuery(countsQuery);
  useOperationsLive();
  if (!data || data.approvals === 0) return null;
  const label = say('approvals.mine', { count: data.approvals });
  return (
    <span
      className="unread-badge figures"
      data-testid="approvals-badge"
      title={label}
      aria-label={label}
      role="img"
    >
      {data.approvals}
    </span>
  );
}
