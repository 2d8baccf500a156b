import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { PolicyAnswer } from '../../../../core/commerce/policy-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useMessage } from '../../../lib/use-message.ts';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './policy-draft.ts';
import { versionQuery } from './policy-query.ts';
import { useSettingsWords } from './settings-words.ts';

/** Every version with who, when and why; what it changed; and the way back to it. */
export function History({ answer: { version: current, history } }: { answer: PolicyAnswer }) {
  const say = useSettingsWords();
  return (
    <section className="policy-group">
      {history.length === 0 && <p className="muted">{say('history.empty')}</p>}
      <ol className="policy-versions">
        {history.map((line) => (
          <Version key={line.version} line={line} isCurrent={line.version === current} />
        ))}
      </ol>
      {history.length > 0 && <Reuse version={0} />}
    </section>
  );
}

function Version({ line, isCurrent }: { line: PolicyAnswer['history'][number]; isCurrent: boolean }) {
  const { lang } = usePreferences();
  const say = useSettingsWords();
  const [open, setOpen] = useState(false);
  const { version, by, at, note } = line;
  return (
    <li className="policy-version" data-testid="policy-version-line" data-version={version}>
      <p>
        <strong>{say('version.one', { version })}</strong>
        {isCurrent && <span className="policy-current">{say('history.current')}</span>}
        <span className="muted figures">
          {by.name} · {dayAndTime(at, lang)}
        </span>
      </p>
      <p>{note}</p>
      <p className="policy-acts">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'history.hide' : 'history.changes')}
        </Button>
        {!isCurrent && <Reuse version={version} />}
      </p>
      {open && <Changes version={version} />}
    </li>
  );
}

function Changes({ version }: { version: number }) {
  const { lang } = usePreferences();
  const before = useQuery(versionQuery(version - 1));
  const after = useQuery(versionQuery(version));
  const error = before.error ?? after.error;
  if (error) return <p role="alert">{sentence(error, lang)}</p>;
  if (!before.data || !after.data) return <Skeleton title={false} paragraph={{ rows: 2 }} />;
  return <ChangeList changes={changesBetween(before.data.policy, after.data.policy)} />;
}

/** Takes a version's numbers as mine; they are previewed and saved as any change is. */
function Reuse({ version }: { version: number }) {
  const say = useSettingsWords();
  const message = useMessage();
  const client = useQueryClient();
  const { readOnly, take } = useDraft();
  const reuse = useAct(async () => {
    take((await client.fetchQuery(versionQuery(version))).policy);
    message.info(say('history.reused', { version }));
  });
  if (readOnly) return null;
  return (
    <Button size="small" loading={reuse.busy} data-testid="policy-reuse" onClick={() => void reuse.run()}>
      {say(version === 0 ? 'history.reuse.zero' : 'history.reuse')}
    </Button>
  );
}
