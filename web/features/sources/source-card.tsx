import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ageOf } from '../../../core/commerce/source-age.ts';
import type { SourceView } from '../../../core/commerce/source-api.ts';
import { troubleWords } from '../../../core/words/sources.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime, shortDayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { useNow } from '../../lib/use-now.ts';
import { inScript } from '../../words/index.ts';
import { Changes } from './changes.tsx';
import { Hook } from './hook.tsx';
import { sourcesApi } from './sources-api.ts';
import { ago, useSourcesWords } from './words.ts';

interface Props {
  source: SourceView;
  onChanged(): Promise<unknown>;
  onEdit(): void;
}

export const kindName = (kind: SourceView['kind']): string =>
  kind === 'shopify' ? 'Shopify' : 'WooCommerce';

/** One connected system: how it stands, in words, and what can be done about it. */
export function SourceCard({ source, onChanged, onEdit }: Props) {
  const say = useSourcesWords();
  const [showsChanges, setShowsChanges] = useState(false);
  const { sourceId, kind, name, address, state } = source;
  const now = useNow();
  const how = howOf(source, now);
  const then = (work: () => Promise<unknown>) => async () => {
    await work().finally(onChanged);
  };
  const test = useAct(
    then(() => sourcesApi.test(sourceId)),
    say('act.test.good'),
  );
  const read = useAct(
    then(() => sourcesApi.pull(sourceId, false)),
    say('act.read.asked'),
  );
  const whole = useAct(
    then(() => sourcesApi.pull(sourceId, true)),
    say('act.read.asked'),
  );
  const pause = useAct(then(() => sourcesApi.change(sourceId, { state: state === 'on' ? 'paused' : 'on' })));
  const remove = useAct(
    then(() => sourcesApi.remove(sourceId)),
    say('act.removed'),
  );
  const paused = state === 'paused';
  return (
    <article className="source-card" data-testid="source" data-state={how}>
      <header className="source-head">
        <h2>{kindName(kind)}</h2>
        <span className="source-address figures">
          {address.replace('https://', '')}
          {name !== kind && <span className="muted"> · {name}</span>}
        </span>
        <span className="source-state" data-how={how} role="status">
          {say(`state.${how}`)}
        </span>
      </header>
      <Standing source={source} how={how} now={now} />
      <div className="source-acts">
        <Button data-testid="source-test" loading={test.busy} onClick={() => void test.run()}>
          {say('act.test')}
        </Button>
        {!paused && (
          <Button loading={read.busy} onClick={() => void read.run()}>
            {say('act.read')}
          </Button>
        )}
        {!paused && (
          <Popconfirm title={say('act.whole.sure')} onConfirm={() => void whole.run()}>
            <Button loading={whole.busy}>{say('act.whole')}</Button>
          </Popconfirm>
        )}
        <Button onClick={onEdit}>{say('act.change')}</Button>
        <Button loading={pause.busy} onClick={() => void pause.run()}>
          {say(paused ? 'act.resume' : 'act.pause')}
        </Button>
        <Popconfirm title={say('act.remove.sure')} onConfirm={() => void remove.run()}>
          <Button loading={remove.busy}>{say('act.remove')}</Button>
        </Popconfirm>
        <Button type="text" aria-expanded={showsChanges} onClick={() => setShowsChanges(!showsChanges)}>
          {say('changes')}
        </Button>
      </div>
      {showsChanges && <Changes sourceId={sourceId} />}
      <Hook source={source} />
    </article>
  );
}

type How = 'fresh' | 'late' | 'unreachable' | 'paused' | 'reading';

function howOf({ state, standing, reading, completeAt }: SourceView, now: number): How {
  if (state === 'paused') return 'paused';
  const { how } = ageOf(standing, now);
  if (how === 'unreachable') return how;
  if (reading && completeAt === null) return 'reading';
  return how === 'fresh' ? 'fresh' : 'late';
}

function Standing({ source, how, now }: { source: SourceView; how: How; now: number }) {
  const say = useSourcesWords();
  const { lang } = usePreferences();
  const { standing, reading, nextAt } = source;
  const { ageMs, failingSince } = ageOf(standing, now);
  const age = ageMs === null ? null : ago(say, ageMs);
  const time = failingSince === null ? '' : shortDayAndTime(failingSince, lang);
  return (
    <>
      <p className="source-standing">
        {how === 'unreachable'
          ? age === null
            ? say('told.unreachable.never', { time })
            : say('told.unreachable', { time, ago: age })
          : age === null
            ? say('told.never')
            : say('told.ago', { ago: age })}
        {reading && (
          <span className="figures" data-testid="source-reading">
            {' · '}
            {say(reading.stage === 'products' ? 'reading.products' : 'reading.orders', {
              count: reading.records.toLocaleString(lang),
            })}
          </span>
        )}
        {!reading && how !== 'paused' && (
          <span className="muted figures">
            {' · '}
            {say('next', { time: dayAndTime(nextAt, lang) })}
          </span>
        )}
      </p>
      {standing.trouble && (
        <p className="source-trouble" role="status" data-testid="source-trouble">
          {inScript(troubleWords[standing.trouble][lang])}
        </p>
      )}
    </>
  );
}
