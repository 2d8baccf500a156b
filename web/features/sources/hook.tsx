import { Button } from 'antd';
import { useRef } from 'react';
import type { SourceView } from '../../../core/commerce/source-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { useMessage } from '../../lib/use-message.ts';
import { useSourcesWords } from './words.ts';

/** Where the system is to call, and how its calls went. */
export function Hook({ source: { kind, has, hookPath, hookAt, forged, forgedAt } }: { source: SourceView }) {
  const say = useSourcesWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const shown = useRef<HTMLElement>(null);
  const address = `${location.origin}${hookPath}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      message.success(say('hook.copied'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      message.info(say('hook.select'), 6);
    }
  };
  return (
    <section className="source-hook">
      <h3>{say('hook.title')}</h3>
      {!has.includes('hookSecret') ? (
        <p className="source-trouble">{say('hook.none')}</p>
      ) : (
        <p>{hookAt === null ? say('hook.never') : say('hook.last', { time: dayAndTime(hookAt, lang) })}</p>
      )}
      {forgedAt !== null && (
        <p className="source-trouble" data-testid="source-forged">
          {say('hook.forged', { count: forged, time: dayAndTime(forgedAt, lang) })}
        </p>
      )}
      <p className="muted">{say(`hook.how.${kind}`)}</p>
      <p className="source-hook-address">
        <code ref={shown} data-testid="source-hook">
          {address}
        </code>
        <Button size="small" onClick={() => void copy()}>
          {say('hook.copy')}
        </Button>
      </p>
    </section>
  );
}
