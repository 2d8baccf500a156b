import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { groups, type Group } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { elapsed } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { figuresOf } from './wall-figures.ts';
import type { WallOrder } from './wall-order.ts';
import { useWallWords, type WallKey } from './words.ts';

/** The wall in numbers that one reads from across the room, and which part of it is shown. */
export function WallHead({ open }: { open: readonly Conversation[] }) {
  const w = useWallWords();
  const { queued, waiting, longestSince, late, unhappy } = useMemo(() => figuresOf(open), [open]);
  const numbers: [WallKey & `figure.${string}`, number, boolean][] = [
    ['figure.open', open.length, false],
    ['figure.queued', queued, false],
    ['figure.waiting', waiting, false],
    ['figure.late', late, late > 0],
    ['figure.unhappy', unhappy, unhappy > 0],
  ];
  return (
    <header className="wall-head">
      <dl className="wall-figures">
        {numbers.map(([name, value, look]) => (
          <div key={name} data-look={look} data-testid={`wall-${name}`}>
            <dt>{w(name)}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
        <div data-look={late > 0}>
          <dt>{w('figure.longest')}</dt>
          <dd className="figures">
            <Longest since={longestSince} />
          </dd>
        </div>
      </dl>
      <Choices />
    </header>
  );
}

function Longest({ since }: { since: number | null }) {
  const { lang } = usePreferences();
  const now = useNow();
  return since === null ? '—' : elapsed(now - since, lang);
}

/** In the address, so that each screen on the wall keeps its own part. */
function Choices() {
  const { t } = usePreferences();
  const w = useWallWords();
  const navigate = useNavigate();
  const { group, order = 'concern' } = useSearch({ from: '/desk/wall' });
  const show = (some: { group?: Group; order?: WallOrder }) => {
    const next = { group, order, ...some };
    void navigate({
      to: '/wall',
      search: {
        ...(next.group && { group: next.group }),
        ...(next.order === 'wait' && { order: next.order }),
      },
      replace: true,
    });
  };
  return (
    <div className="wall-choices">
      <Segmented<Group | 'all'>
        aria-label={w('group')}
        value={group ?? 'all'}
        options={[
          { value: 'all', label: w('group.all') },
          ...groups.map((one) => ({
            value: one,
            label: <span data-testid={`wall-group-${one}`}>{t(`group.${one}`)}</span>,
          })),
        ]}
        onChange={(chosen) => show({ group: chosen === 'all' ? undefined : chosen })}
      />
      <Segmented<WallOrder>
        aria-label={w('order')}
        value={order}
        options={(['concern', 'wait'] as const).map((one) => ({ value: one, label: w(`order.${one}`) }))}
        onChange={(chosen) => show({ order: chosen })}
      />
    </div>
  );
}
