import { Button } from 'antd';
import { useRef } from 'react';
import { useWidgetWords } from './words.ts';
import { useMessage } from '../../lib/use-message.ts';

interface Props {
  text: string;
  label: string;
  testid: string;
}

/** Text to take along. Without https a browser may refuse to copy: then it is selected, to be copied by hand. */
export function CopyText({ text, label, testid }: Props) {
  const t = useWidgetWords();
  const message = useMessage();
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(t('embed.copied'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      message.info(t('embed.select'), 6);
    }
  };
  return (
    <div className="copy-text">
      <pre aria-label={label} data-testid={testid}>
        <code ref={shown}>{text}</code>
      </pre>
      <Button size="small" onClick={() => void copy()}>
        {t('embed.copy')}
      </Button>
    </div>
  );
}
