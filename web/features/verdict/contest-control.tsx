import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import { qualityApi } from '../../lib/quality-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useQualityWords } from '../quality/words.ts';
import './verdict.css';

/** For the agent whom a finding is about: it is wrong, and why. */
export function ContestControl({ finding }: { finding: Pick<StoredFinding, 'findingId' | 'rule'> }) {
  const q = useQualityWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      title={q('contest.ask')}
      content={<Reason findingId={finding.findingId} onDone={() => setOpen(false)} />}
    >
      <button type="button" className="verdict-button" data-testid="contest" data-rule={finding.rule}>
        {q('contest.act')}
      </button>
    </Popover>
  );
}

function Reason({ findingId, onDone }: { findingId: string; onDone(): void }) {
  const q = useQualityWords();
  const [reason, setReason] = useState('');
  const contest = useAct(() => qualityApi.contest(findingId, reason.trim()), q('contest.done'));
  const give = async () => {
    if (reason.trim() !== '' && !contest.busy && (await contest.run())) onDone();
  };
  return (
    <div className="verdict-reason" onKeyDown={({ key }) => key === 'Escape' && onDone()}>
      <p className="muted">{q('contest.what')}</p>
      <Input
        autoFocus
        aria-label={q('contest.reason')}
        placeholder={q('contest.reason')}
        data-testid="contest-reason"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => void give()}
      />
      <div className="verdict-acts">
        <Button size="small" onClick={onDone}>
          {q('contest.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          data-testid="contest-give"
          disabled={reason.trim() === ''}
          loading={contest.busy}
          onClick={() => void give()}
        >
          {q('contest.give')}
        </Button>
      </div>
    </div>
  );
}
