import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { StoredFinding } from '../../../core/conversations/thread.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useBenchWords } from '../bench/words.ts';
import './verdict.css';

type Said = 'right' | 'wrong';

/** For those who review: a finding is right or wrong, with a reason. What was said stands. */
export function VerdictControl({ finding }: { finding: Pick<StoredFinding, 'findingId' | 'rule'> }) {
  const b = useBenchWords();
  const [asked, setAsked] = useState<Said | null>(null);
  return (
    <span className="verdict-control" data-testid="verdict-control" data-rule={finding.rule}>
      {(['right', 'wrong'] as const).map((verdict) => (
        <Popover
          key={verdict}
          trigger="click"
          destroyOnHidden
          open={asked === verdict}
          onOpenChange={(open) => setAsked(open ? verdict : null)}
          title={b(`verdict.ask.${verdict}`)}
          content={<Reason finding={finding} verdict={verdict} onDone={() => setAsked(null)} />}
        >
          <button type="button" className="verdict-button" data-testid={`verdict-${verdict}`}>
            {b(`verdict.${verdict}`)}
          </button>
        </Popover>
      ))}
    </span>
  );
}

function Reason({
  finding,
  verdict,
  onDone,
}: {
  finding: Pick<StoredFinding, 'findingId'>;
  verdict: Said;
  onDone(): void;
}) {
  const b = useBenchWords();
  const [reason, setReason] = useState('');
  const judge = useAct(() => standardApi.judge(finding.findingId, verdict, reason.trim()), b('verdict.done'));
  const give = async () => {
    if (reason.trim() !== '' && !judge.busy && (await judge.run())) onDone();
  };
  return (
    <div className="verdict-reason" onKeyDown={({ key }) => key === 'Escape' && onDone()}>
      <p className="muted">{b(`verdict.what.${verdict}`)}</p>
      <Input
        autoFocus
        aria-label={b('verdict.reason')}
        placeholder={b('verdict.reason')}
        data-testid="verdict-reason"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => void give()}
      />
      <div className="verdict-acts">
        <Button size="small" onClick={onDone}>
          {b('verdict.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          data-testid="verdict-give"
          disabled={reason.trim() === ''}
          loading={judge.busy}
          onClick={() => void give()}
        >
          {b('verdict.give')}
        </Button>
      </div>
    </div>
  );
}
