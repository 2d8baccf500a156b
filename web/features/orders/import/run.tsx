import { useQuery } from '@tanstack/react-query';
import { Button, Progress, Skeleton } from 'antd';
import type { ImportFailure } from '../../../../core/commerce/import-api.ts';
import type { Lang } from '../../../../core/standard/facts.ts';
import { tableProblemWords } from '../../../../core/words/import.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { useAct } from '../../../lib/use-act.ts';
import { inScript } from '../../../words/index.ts';
import { ordersApi } from '../orders-api.ts';
import { type Say, useOrdersWords } from '../words.ts';
import { Faults } from './faults.tsx';

const askEveryMs = 700;

/** An import on its way, and what came of it. */
export function Run({ importId, onAgain }: { importId: string; onAgain(): void }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', importId],
    queryFn: () => ordersApi.import(importId),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : askEveryMs),
  });
  const cancel = useAct(async () => {
    await ordersApi.cancel(importId);
    await refetch();
  });
  if (!data)
    return error ? <p role="alert">{sentence(error, lang)}</p> : <Skeleton paragraph={{ rows: 4 }} />;
  const { state, failure, counts, faults, fileName, kind, part } = data;
  const running = state === 'running';
  return (
    <section className="import-sheet" data-testid="import-run" data-state={state}>
      <h2 role="status">
        {running ? say('import.running', { name: fileName }) : say(`import.state.${over(state)}`)}
      </h2>
      {running && <p className="muted">{say('import.running.what')}</p>}
      {state === 'failed' && (
        <p className="import-look" role="alert" data-testid="import-failure">
          {failureWords(say, failure, lang)} {say('import.failed.what')}
        </p>
      )}
      {state === 'cancelled' && <p>{say('import.cancelled.what')}</p>}
      {running && (
        <Progress
          percent={Math.round(part * 100)}
          aria-label={say('import.running', { name: fileName })}
          strokeColor="var(--accent)"
        />
      )}
      <p className="figures" data-testid="import-counts">
        {[
          say('import.rowsDone', { rows: counts.rows }),
          say('import.added', { count: counts.added }),
          say('import.changed', { count: counts.changed }),
          say('import.unchanged', { count: counts.unchanged }),
          say('import.skipped', { count: counts.skipped }),
        ].join(' · ')}
      </p>
      <Faults kind={kind} faults={faults} />
      <div className="import-acts">
        {running ? (
          <Button disabled={cancel.busy} onClick={() => void cancel.run()}>
            {say('import.cancel')}
          </Button>
        ) : (
          <Button type="primary" onClick={onAgain}>
            {say('import.again')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Of those that broke off before why was kept, nothing is told. */
function failureWords(say: Say, failure: ImportFailure | null, lang: Lang): string {
  if (failure === null) return '';
  if (failure === 'file' || failure === 'database' || failure === 'server')
    return say(`import.failed.${failure}`);
  return inScript(tableProblemWords(lang)[failure]);
}

const over = (state: string) => (state === 'done' || state === 'cancelled' ? state : 'failed');
