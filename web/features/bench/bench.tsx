import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { useMe } from '../../app/session.ts';
import { OwnTrial } from './own-trial.tsx';
import { readPaste, type Draft, type PasteFault, type Pasted } from './paste.ts';
import { PastedTrial } from './pasted-trial.tsx';
import { Source } from './source.tsx';
import { useKept } from './use-kept.ts';
import { useBenchWords } from './words.ts';

/** On the left what is tried, in the middle what was said and found, on the right what it comes to. */
export function Bench({ standard }: { standard: Standard }) {
  const b = useBenchWords();
  const { hours } = useMe();
  const navigate = useNavigate();
  const { conversation: own } = useSearch({ from: '/desk/bench' });
  const [draft, setDraft] = useKept<Draft>('draft', { text: '', channel: 'chat' });
  const [pasted, setPasted] = useKept<Pasted | null>('pasted', null);
  const [fault, setFault] = useState<PasteFault | null>(null);
  const [off, setOff] = useState(new Set<RuleId>());

  const open = (one: Pasted) => {
    setPasted(one);
    if (own !== undefined) void navigate({ to: '/bench', search: {} });
  };
  const judge = (text: string) => {
    const read = readPaste(text, { channel: draft.channel, hours, now: Date.now() });
    setFault('fault' in read ? read.fault : null);
    if (!('fault' in read)) open(read);
  };
  const loadExample = () => {
    const text = b('example.text');
    setDraft({ text, channel: 'chat' });
    judge(text);
  };
  return (
    <div className="bench-columns">
      <Source
        draft={draft}
        onDraft={setDraft}
        fault={fault}
        onJudge={() => judge(draft.text)}
        onExample={loadExample}
        own={own}
      />
      {own !== undefined ? (
        <OwnTrial key={own} id={own} standard={standard} off={off} setOff={setOff} onCopy={open} />
      ) : pasted ? (
        <PastedTrial pasted={pasted} standard={standard} off={off} setOff={setOff} onEdit={open} />
      ) : (
        <div className="bench-empty">
          <h2>{b('empty.title')}</h2>
          <p className="muted">{b('empty.what')}</p>
          <Button type="primary" onClick={loadExample} data-testid="bench-example">
            {b('paste.example')}
          </Button>
        </div>
      )}
    </div>
  );
}
