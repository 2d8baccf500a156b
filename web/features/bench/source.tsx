import { Segmented } from 'antd';
import { useState } from 'react';
import { OwnList } from './own-list.tsx';
import { PasteBox } from './paste-box.tsx';
import type { Draft, PasteFault } from './paste.ts';
import { useBenchWords } from './words.ts';

interface Props {
  draft: Draft;
  onDraft(draft: Draft): void;
  fault: PasteFault | null;
  onJudge(): void;
  onExample(): void;
  /** The shop's own conversation that is on trial. */
  own: string | undefined;
}

/** Where the conversation comes from. */
export function Source({ own, ...paste }: Props) {
  const b = useBenchWords();
  const [kind, setKind] = useState<'paste' | 'own'>(own === undefined ? 'paste' : 'own');
  return (
    <section className="bench-source">
      <Segmented
        block
        value={kind}
        onChange={setKind}
        options={[
          { value: 'paste' as const, label: b('source.paste') },
          { value: 'own' as const, label: <span data-testid="bench-own">{b('source.own')}</span> },
        ]}
      />
      {kind === 'paste' ? <PasteBox {...paste} /> : <OwnList chosen={own} />}
    </section>
  );
}
