import { Popconfirm } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { Pill } from '../../lib/pill.tsx';
import { useNow } from '../../lib/use-now.ts';
import { useBuyingWords } from '../buying/words.ts';
import { usePromotionAct } from './promotions-query.ts';

const tones = { over: 'muted', running: 'green', coming: 'accent' } as const;

interface Times {
  startsAt: number;
  endsAt: number;
  endedAt: number | null;
  endedByName: string | null;
}

interface Props extends Times {
  name: string;
  end(): Promise<unknown>;
}

/** How far it is, from when to when, and the way to end it. */
export function PromotionState({ name, end, ...times }: Props) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const now = useNow();
  const act = usePromotionAct(end);
  const { startsAt, endsAt, endedAt, endedByName } = times;
  const state = endedAt !== null || endsAt <= now ? 'over' : startsAt > now ? 'coming' : 'running';
  return (
    <>
      <Pill tone={tones[state]}>{say(`promo.state.${state}`)}</Pill>
      <span className="muted figures">
        {endedAt !== null && endedByName !== null
          ? say('promo.ended', { time: shortDayAndTime(endedAt, lang), name: endedByName })
          : say('promo.times', { from: shortDayAndTime(startsAt, lang), to: shortDayAndTime(endsAt, lang) })}
      </span>
      <span className="promotion-end">
        {state !== 'over' && (
          <Popconfirm
            title={say('promo.end.sure', { name })}
            okText={say('promo.end')}
            onConfirm={() => void act.run()}
          >
            <button type="button" className="quiet-button" data-testid="end-promotion" disabled={act.busy}>
              {say('promo.end')}
            </button>
          </Popconfirm>
        )}
      </span>
    </>
  );
}
