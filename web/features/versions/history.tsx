import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { VersionLine } from './version-line.ts';
import { useVersionsWords } from './words.ts';
import './history.css';

interface Props<Settings, Line extends VersionLine> {
  /** Of which settings: what keeps their versions apart from others'. */
  of: string;
  version: number;
  /** Newest first. */
  history: readonly Line[];
  empty: string;
  /** Goes back to what stood before the first version. */
  reuseZero: string;
  load(version: number): Promise<Settings>;
  changes(before: Settings, after: Settings): ReactNode;
  /** What else is to be said of a version. */
  about?(line: Line): ReactNode;
  /** Takes a version's settings as mine; null: who looks may change nothing. */
  onReuse: ((settings: Settings) => void) | null;
}

/** Every version with who, when and why; what it changed; and the way back to it. */
export function History<Settings, Line extends VersionLine>(props: Props<Settings, Line>) {
  const { history, empty } = props;
  return (
    <section>
      {history.length === 0 && <p className="muted">{empty}</p>}
      <ol className="versions">
        {history.map((line) => (
          <Version key={line.version} line={line} {...props} />
        ))}
      </ol>
      {history.length > 0 && <Reuse {...props} which={0} />}
    </section>
  );
}

function Version<Settings, Line extends VersionLine>(props: Props<Settings, Line> & { line: Line }) {
  const { line, about } = props;
  const { version, by, at, note } = line;
  const { lang } = usePreferences();
  const t = useVersionsWords();
  const [open, setOpen] = useState(false);
  const isCurrent = version === props.version;
  return (
    <li className="version" data-testid="version" data-version={version}>
      <p>
        <strong>{t('version.one', { version })}</strong>
        {isCurrent && <span className="current-tag">{t('version.current')}</span>}
        <span className="muted figures">
          {by?.name ?? t('version.byDesk')} · {dayAndTime(at, lang)}
        </span>
      </p>
      {about?.(line)}
      <p className={note ? undefined : 'muted'}>{note || t('version.noNote')}</p>
      <p className="version-acts">
        <Button
          size="small"
          aria-expanded={open}
          data-testid="version-changes"
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'version.hide' : 'version.changes')}
        </Button>
        {!isCurrent && <Reuse {...props} which={version} />}
      </p>
      {open && <VersionChanges {...props} which={version} />}
    </li>
  );
}

type OfOne<Settings, Line extends VersionLine> = Props<Settings, Line> & { which: number };

function VersionChanges<Settings, Line extends VersionLine>(props: OfOne<Settings, Line>) {
  const { lang } = usePreferences();
  const before = useQuery(queryOf(props, props.which - 1));
  const after = useQuery(queryOf(props, props.which));
  const error = before.error ?? after.error;
  if (error) return <p role="alert">{sentence(error, lang)}</p>;
  if (!before.data || !after.data) return <Skeleton title={false} paragraph={{ rows: 2 }} />;
  return props.changes(before.data, after.data);
}

function Reuse<Settings, Line extends VersionLine>(props: OfOne<Settings, Line>) {
  const { which, onReuse, reuseZero } = props;
  const t = useVersionsWords();
  const message = useMessage();
  const client = useQueryClient();
  const reuse = useAct(async () => {
    onReuse?.(await client.fetchQuery(queryOf(props, which)));
    message.info(t('version.reused', { version: which }));
  });
  if (!onReuse) return null;
  return (
    <Button size="small" loading={reuse.busy} data-testid="version-reuse" onClick={() => void reuse.run()}>
      {which === 0 ? reuseZero : t('version.reuse')}
    </Button>
  );
}

/** A version never changes. */
const queryOf = <Settings, Line extends VersionLine>({ of, load }: Props<Settings, Line>, version: number) =>
  queryOptions({
    queryKey: ['version', of, version],
    queryFn: () => load(version),
    staleTime: Infinity,
  });
