import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { StandardAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './settings-changes.ts';
import { versionQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';
import './history.css';

/** Every version with who, when and why; what it changed; and the way back to it. */
export function History({ standard: { version: current, history } }: { standard: StandardAnswer }) {
  const t = useStandardWords();
  return (
    <section className="standard-section">
      {history.length === 0 && <p className="muted">{t('history.empty')}</p>}
      <ol className="versions">
        {history.map((line) => (
          <Version key={line.version} line={line} isCurrent={line.version === current} />
        ))}
      </ol>
      {history.length > 0 && <Reuse version={0} />}
    </section>
  );
}

function Version({ line, isCurrent }: { line: StandardAnswer['history'][number]; isCurrent: boolean }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const [open, setOpen] = useState(false);
  const { version, by, at, note, restored } = line;
  return (
    <li className="version" data-testid="version" data-version={version}>
      <p>
        <strong>{t('history.version', { version })}</strong>
        {isCurrent && <span className="current-tag">{t('history.current')}</span>}
        <span className="muted figures">
          {by?.name ?? t('history.by.desk')} · {dayAndTime(at, lang)}
        </span>
      </p>
      {by === null && <p>{t('history.toothless')}</p>}
      {restored && <p>{t('history.restored', { rule: ruleWords(restored, lang).title })}</p>}
      <p className={note ? undefined : 'muted'}>{note || t('history.noNote')}</p>
      <p className="version-acts">
        <Button
          size="small"
          aria-expanded={open}
          data-testid="version-changes"
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'history.hide' : 'history.changes')}
        </Button>
        {!isCurrent && <Reuse version={version} />}
      </p>
      {open && <VersionChanges version={version} />}
    </li>
  );
}

function VersionChanges({ version }: { version: number }) {
  const { lang } = usePreferences();
  const before = useQuery(versionQuery(version - 1));
  const after = useQuery(versionQuery(version));
  const error = before.error ?? after.error;
  if (error) return <p role="alert">{sentence(error, lang)}</p>;
  if (!before.data || !after.data) return <Skeleton title={false} paragraph={{ rows: 2 }} />;
  return <ChangeList changes={changesBetween(before.data.settings, after.data.settings)} />;
}

/** Takes a version's settings as mine; they are saved as any change is. */
function Reuse({ version }: { version: number }) {
  const t = useStandardWords();
  const message = useMessage();
  const client = useQueryClient();
  const { readOnly, change } = useDraft();
  const reuse = useAct(async () => {
    const { settings } = await client.fetchQuery(versionQuery(version));
    change(() => settings);
    message.info(t('history.reused', { version }));
  });
  if (readOnly) return null;
  return (
    <Button size="small" loading={reuse.busy} data-testid="version-reuse" onClick={() => void reuse.run()}>
      {t(version === 0 ? 'history.reuse.zero' : 'history.reuse')}
    </Button>
  );
}
