import { useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { MarkedText } from '../../lib/marked-text.tsx';
import type { MarkedRange } from '../../lib/marked.ts';

interface Props {
  ref?: Ref<HTMLTextAreaElement>;
  text: string;
  ranges: readonly MarkedRange[];
  label: string;
  placeholder: string;
  testId: string;
  describedBy?: string;
  invalid?: boolean;
  /** Pictures and files from the clipboard; where nobody takes them they are not pasted at all. */
  onPasteFiles?(files: File[]): void;
  onWrite(text: string): void;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
}

/** A text field that grows, with lines drawn under its words: the same text lies behind it, unseen but for the lines. */
export function Written({
  ref,
  text,
  ranges,
  label,
  placeholder,
  testId,
  describedBy,
  invalid,
  onPasteFiles,
  onWrite,
  onKeyDown,
}: Props) {
  const mirror = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);
  const follow = () => {
    if (mirror.current && field.current) mirror.current.scrollTop = field.current.scrollTop;
  };
  useLayoutEffect(follow, [text, ranges]);
  return (
    <div className="written">
      <div ref={mirror} className="written-mirror" aria-hidden>
        <MarkedText text={text} ranges={ranges} />
        {'\n'}
      </div>
      <textarea
        ref={(element) => {
          field.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        className="written-field"
        data-testid={testId}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        placeholder={placeholder}
        rows={2}
        value={text}
        spellCheck={false}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (!onPasteFiles || files.length === 0) return;
          event.preventDefault();
          onPasteFiles(files);
        }}
        onScroll={follow}
      />
    </div>
  );
}
