import { Button, Input, Segmented, type GetRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { Draft, PasteFault } from './paste.ts';
import { useBenchWords, type BenchKey } from './words.ts';
import type { Translate } from '../../words/index.ts';
import './paste-box.css';

interface Props {
  draft: Draft;
  onDraft(draft: Draft): void;
  fault: PasteFault | null;
  onJudge(): void;
  onExample(): void;
}

export function PasteBox({ draft, onDraft, fault, onJudge, onExample }: Props) {
  const b = useBenchWords();
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const { text, channel } = draft;

  // The line at fault is selected, so that it is seen and can be written anew at once.
  useEffect(() => {
    const area = field.current?.resizableTextArea?.textArea;
    if (!area || !fault || !('line' in fault) || fault.line === undefined) return;
    const lines = area.value.split('\n');
    const start = lines.slice(0, fault.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[fault.line - 1]?.length ?? 0));
  }, [fault]);

  return (
    <div className="paste-box">
      <Input.TextArea
        ref={field}
        aria-label={b('paste.label')}
        aria-invalid={fault !== null}
        aria-describedby={fault ? 'paste-fault' : undefined}
        data-testid="paste"
        className="paste-field"
        placeholder={b('paste.placeholder')}
        spellCheck={false}
        value={text}
        onChange={(event) => onDraft({ ...draft, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onJudge();
        }}
      />
      {fault && (
        <p id="paste-fault" className="paste-fault" role="alert" data-testid="paste-fault">
          {faultWords(fault, b)}
        </p>
      )}
      <Segmented
        aria-label={b('paste.channel')}
        size="small"
        value={channel}
        onChange={(chosen) => onDraft({ ...draft, channel: chosen })}
        options={(['chat', 'phone'] as const).map((value) => ({ value, label: b(`channel.${value}`) }))}
      />
      <div className="paste-acts">
        <Button type="primary" data-testid="paste-judge" title={b('paste.keys')} onClick={onJudge}>
          {b('paste.judge')}
        </Button>
        <Button onClick={onExample}>{b('paste.example')}</Button>
      </div>
    </div>
  );
}

function faultWords(fault: PasteFault, b: Translate<BenchKey>): string {
  const what =
    fault.why === 'field'
      ? b('fault.field', { field: fault.field, hint: b(`fault.field.${hintOf(fault.field)}`) })
      : b(`fault.${fault.why}`, {
          ...('words' in fault && { words: fault.words }),
          ...('limit' in fault && { limit: fault.limit }),
        });
  return 'line' in fault && fault.line !== undefined ? b('fault.at', { line: fault.line }) + what : what;
}

function hintOf(field: string) {
  const name = field.split('.').at(-1)!;
  if (name === 'at' || name === 'until') return 'time';
  const known = ['from', 'turns', 'lang', 'channel', 'id'] as const;
  return known.find((one) => one === name) ?? 'other';
}
