import { Navigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { MutedIcon, SoundIcon } from '../../lib/icons.tsx';
import { Agents } from './agents.tsx';
import { HoldCard } from './hold-card.tsx';
import { useWall } from './wall-provider.tsx';
import { WallTable } from './wall-table.tsx';
import './wall.css';

/** The shop as it is now: who waits, in what mood, what was found, what must be decided. */
export function WallPage() {
  const { t, lang } = usePreferences();
  const { hours } = useMe();
  const wall = useWall();
  if (!wall) return <Navigate to="/inbox" />;
  if (wall.error) {
    return (
      <main className="centred" role="alert">
        <p>{sentence(wall.error, lang)}</p>
        <Button onClick={wall.reload}>{t('action.tryAgain')}</Button>
      </main>
    );
  }
  if (wall.loading) return <Skeleton className="wall-skeleton" paragraph={{ rows: 8 }} />;
  return (
    <main className="wall" data-hours={hours === 'always'}>
      <div className="wall-main">
        {wall.holds.length > 0 && (
          <section aria-label={t('wall.holds')}>
            <h2>{t('wall.holds')}</h2>
            <div className="hold-cards">
              {wall.holds.map((hold) => (
                <HoldCard key={hold.holdId} hold={hold} />
              ))}
            </div>
          </section>
        )}
        <WallTable />
      </div>
      <aside className="wall-side">
        <SoundSwitch />
        <Agents />
      </aside>
    </main>
  );
}

function SoundSwitch() {
  const { t, sound, change } = usePreferences();
  return (
    <button
      type="button"
      className="quiet-button"
      aria-pressed={sound}
      data-testid="sound"
      onClick={() => change({ sound: !sound })}
    >
      {sound ? <SoundIcon /> : <MutedIcon />}
      {t(sound ? 'sound.isOn' : 'sound.isOff')}
    </button>
  );
}
