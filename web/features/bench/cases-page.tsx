import { useNavigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import { placeName } from './case-file.ts';
import { readPaste, type Pasted } from './paste.ts';
import { runCase, sumOf, turnsAbout, type CaseRun } from './run-case.ts';
import { useCases } from './use-cases.ts';
import { useKept } from './use-kept.ts';
import { useBenchWords } from './words.ts';
import './cases-page.css';

const command = 'npx yinuo check --cases cases.jsonl';

/** What people found wrong with the rules: to be looked at, downloaded, and run anywhere. */
export function CasesPage({ standard }: { standard: Standard }) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const message = useMessage();
  const { lines, error, again } = useCases();
  const runs = useMemo(() => lines?.map((line) => runCase(line, standard)), [lines, standard]);
  if (error) {
    return (
      <div className="centred" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={again}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (!runs) return <Skeleton className="bench-skeleton" paragraph={{ rows: 6 }} />;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    message.success(b('cases.copied'));
  };
  return (
    <div className="bench-cases">
      <header>
        <div>
          <h2>
            {b('cases.title')} <span className="muted">{b('cases.count', { count: runs.length })}</span>
          </h2>
          <p className="muted">{b('cases.what')}</p>
          {runs.length > 0 && <p data-testid="cases-sum">{b('cases.sum', { ...sumOf(runs) })}</p>}
        </div>
        <Button
          type="primary"
          data-testid="cases-download"
          disabled={runs.length === 0}
          href={runs.length > 0 ? '/api/v1/standard/cases' : undefined}
          download="cases.jsonl"
        >
          {b('cases.download')}
        </Button>
      </header>
      <p className="cases-run">
        <span className="muted">{b('cases.run')}</span>
        <code>{command}</code>
        {/* Browsers hide the clipboard on plain http. */}
        {'clipboard' in navigator && (
          <Button size="small" onClick={() => void copy()}>
            {b('cases.copy')}
          </Button>
        )}
      </p>
      {runs.length === 0 ? (
        <p className="bench-empty muted">{b('cases.empty')}</p>
      ) : (
        <ul className="case-list">
          {runs.toReversed().map((run) => (
            <Case key={run.line.id} run={run} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Case({ run }: { run: CaseRun }) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { hours } = useMe();
  const navigate = useNavigate();
  const [, setPasted] = useKept<Pasted | null>('pasted', null);
  const { line, expect, free } = run;
  const tryIt = () => {
    const { expect: _, free: __, open: ___, ...form } = line;
    const read = readPaste(JSON.stringify(form), { channel: 'chat', hours, now: 0 });
    if ('fault' in read) return;
    setPasted(read);
    void navigate({ to: '/bench', search: {} });
  };
  return (
    <li className="case" data-testid="case" data-case={line.id}>
      <div className="case-said">
        {turnsAbout(run).map((turn) => (
          <p key={turn}>
            <span className="muted figures">{b('cases.turn', { turn: turn + 1 })}</span>{' '}
            <strong>{t(`author.${line.turns[turn]!.from}`)}</strong> {line.turns[turn]!.text}
          </p>
        ))}
      </div>
      <div className="case-judged">
        {expect.map(({ turn, rule, found }) => (
          <span key={placeName({ turn, rule })} className="case-mark" data-kept={found}>
            {b('cases.expect')} · {ruleWords(rule, lang).title} ·{' '}
            {b(`cases.now.${found ? 'found' : 'missed'}`)}
          </span>
        ))}
        {free.map(({ rule, turns }) => (
          <span key={rule} className="case-mark" data-kept={turns.length === 0}>
            {b('cases.free')} · {ruleWords(rule, lang).title} ·{' '}
            {b(`cases.now.${turns.length === 0 ? 'free' : 'wrong'}`)}
          </span>
        ))}
        {line.open.length > 0 && (
          <span className="muted">{b('cases.open', { count: line.open.length })}</span>
        )}
        <Button size="small" onClick={tryIt}>
          {b('cases.try')}
        </Button>
      </div>
    </li>
  );
}
