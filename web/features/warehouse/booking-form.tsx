import { Button, ConfigProvider } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useStatus } from '../../app/live.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import type { useAttempt } from '../operations/use-attempt.ts';
import { useOperationsWords } from '../operations/words.ts';
import '../operations/dialog.css';
import './warehouse.css';

interface Props extends Pick<ReturnType<typeof useAttempt>, 'state' | 'error'> {
  /** Names the form for tests. */
  name: string;
  title: string;
  what: string;
  /** What to look at where nobody knows whether it was booked. */
  whereUnknown: string;
  /** Whether everything that is needed is written. */
  complete: boolean;
  button: { name: string; label: string };
  onBook(): void;
  formRef?: RefObject<HTMLFormElement | null>;
  children: ReactNode;
}

/** Something that arrived, booked in once: by its button, or by Ctrl+Enter wherever one writes. */
export function BookingForm(props: Props) {
  const { name, title, what, whereUnknown, complete, button, state, error, onBook, formRef, children } =
    props;
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const offline = useStatus() === 'offline';
  const unknown = state === 'unknown';
  // What nobody knows is asked again, with the same key.
  const may = unknown || (complete && !offline);
  return (
    <form
      ref={formRef}
      className="parcel-form"
      data-testid={name}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !may) return;
        event.preventDefault();
        onBook();
      }}
    >
      <header className="parcel-form-head">
        <h2 className="figures">{title}</h2>
        <span className="muted">{what}</span>
      </header>
      <ConfigProvider componentDisabled={unknown || state === 'asking'}>{children}</ConfigProvider>
      {error !== null && (
        <p className="operation-problem" role="alert">
          {unknown ? `${say('dialog.unknown')}${whereUnknown}` : sentence(error, lang)}
        </p>
      )}
      {offline && <p className="field-problem">{say('dialog.offline')}</p>}
      <Button
        type="primary"
        size="large"
        data-testid={button.name}
        disabled={!may}
        loading={state === 'asking'}
        onClick={onBook}
      >
        {unknown ? say('dialog.again') : button.label} <kbd aria-hidden>Ctrl Enter</kbd>
      </Button>
    </form>
  );
}
