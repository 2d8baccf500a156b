import { useNavigate } from '@tanstack/react-router';
import { App, Button, Skeleton } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import type { CaseLine, Place } from './case-file.ts';
import { readPaste, type Pasted } from './paste.ts';
import { useCases } from './use-cases.ts';
import { useKept } from './use-kept.ts';
import { useBenchWords } from './words.ts';

const command = 'npx yinuo check --cases cases.jsonl';

/** What people found wrong with the rules: to be looked at, downloaded, and run anywhere. */
export function CasesPage() {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { message } = App.useApp();
  const { text, lines, error, again } = useCases();
  if (error) {
    return (
      <div className="centred" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={again}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (text === undefined || !lines) return <Skeleton className="bench-skeleton" paragraph={{ rows: 6 }} />;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    message.success(b('cases.copied'));
  };
  return (
    <div className="bench-cases">
      <header>
        <div>
          <h2>
            {b('cases.title')} <span className="muted">{b('cases.count', { count: lines.length })}</span>
          </h2>
          <p className="muted">{b('cases.what')}</p>
        </div>
        <Button
          type="primary"
          data-testid="cases-download"
          disabled={lines.length === 0}
          href={lines.length > 0 ? '/api/v1/standard/cases' : undefined}
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
      {lines.length === 0 ? (
        <p className="bench-empty muted">{b('cases.empty')}</p>
      ) : (
        <ul className="case-list">
          {lines.toReversed().map((line) => (
            <Case key={line.id} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Case({ line }: { line: CaseLine }) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { hours } = useMe();
  const navigate = useNavigate();
  const [, setPasted] = useKept<Pasted | null>('pasted', null);
  const { id, turns, expect, free, open } = line;
  const about = turnsAbout(line);
  const tryIt = () => {
    const { expect: _, free: __, open: ___, ...form } = line;
    const read = readPaste(JSON.stringify(form), { channel: 'chat', hours, now: 0 });
    if ('fault' in read) return;
    setPasted(read);
    void navigate({ to: '/bench', search: {} });
  };
  return (
    <li className="case" data-testid="case" data-case={id}>
      <div className="case-said">
        {about.map((turn) => (
          <p key={turn}>
            <span className="muted figures">{b('cases.turn', { turn: turn + 1 })}</span>{' '}
            <strong>{t(`author.${turns[turn]!.from}`)}</strong> {turns[turn]!.text}
          </p>
        ))}
      </div>
      <div className="case-judged">
        {expect.map((place) => (
          <span key={named(place)} className="case-mark" data-kind="expect">
            {b('cases.expect')} · {ruleWords(place.rule, lang).title}
          </span>
        ))}
        {free.map((rule) => (
          <span key={rule} className="case-mark" data-kind="free">
            {b('cases.free')} · {ruleWords(rule, lang).title}
          </span>
        ))}
        {open.length > 0 && <span className="muted">{b('cases.open', { count: open.length })}</span>}
        <Button size="small" onClick={tryIt}>
          {b('cases.try')}
        </Button>
      </div>
    </li>
  );
}

const named = ({ turn, rule }: Place) => `${turn} ${rule}`;

/** The messages that must be found something in; else how it began. */
function turnsAbout({ turns, expect }: CaseLine): number[] {
  const places = [...new Set(expect.map(({ turn }) => turn))].filter((turn) => turns[turn]);
  return places.length > 0 ? places.toSorted((a, b) => a - b) : turns.slice(0, 3).map((_, at) => at);
}
