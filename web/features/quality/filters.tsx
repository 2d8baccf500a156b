import { useNavigate } from '@tanstack/react-router';
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { QualityFilter } from '../../../core/quality/answers.ts';
import { dayAfter, dayOf, usualDays, zoneOf } from '../../../core/quality/days.ts';
import { groups } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { useColleagues } from '../account/presence.tsx';
import { useQualityWords } from './words.ts';
import './filters.css';

const spans = ['7', '30', '90'] as const;
type Span = (typeof spans)[number] | 'own';

interface Props {
  filter: QualityFilter;
  to: '/quality' | '/quality/episodes';
}

/** Period, group, agent: what every figure and list is narrowed to. */
export function Filters({ filter, to }: Props) {
  const { t } = usePreferences();
  const q = useQualityWords();
  const may = useMay();
  const navigate = useNavigate();
  const colleagues = useColleagues();
  const change = (some: Partial<QualityFilter>) => {
    const next = Object.entries({ ...filter, ...some }).filter(([, value]) => value !== undefined);
    void navigate({ to, search: Object.fromEntries(next) as QualityFilter, replace: true });
  };
  return (
    <div className="quality-filters">
      <Period filter={filter} onChange={change} />
      <Select
        className="quality-select"
        aria-label={q('group.label')}
        value={filter.group ?? 'all'}
        options={[
          { value: 'all', label: q('group.all') },
          ...groups.map((group) => ({ value: group as string, label: t(`group.${group}`) })),
        ]}
        onChange={(group) => change({ group: groups.find((one) => one === group) })}
      />
      {may('quality.read-all') && (
        <Select
          className="quality-select"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={q('agent.label')}
          data-testid="filter-agent"
          value={filter.agent ?? 'all'}
          options={[
            { value: 'all', label: q('agent.all') },
            ...colleagues.map(({ agentId, name }) => ({ value: agentId, label: name })),
            { value: 'none', label: q('agent.none') },
          ]}
          onChange={(agent) => change({ agent: agent === 'all' ? undefined : agent })}
        />
      )}
    </div>
  );
}

function Period({
  filter,
  onChange,
}: {
  filter: QualityFilter;
  onChange(some: Partial<QualityFilter>): void;
}) {
  const q = useQualityWords();
  const { hours } = useMe();
  const today = dayOf(zoneOf({ hours }), Date.now());
  const given = spanOf(filter, today);
  const [own, setOwn] = useState(given === 'own');
  const span = own ? 'own' : given;
  const from = filter.from ?? dayAfter(filter.to ?? today, 1 - usualDays);
  const choose = (chosen: Span) => {
    setOwn(chosen === 'own');
    if (chosen === 'own') onChange({ from, to: filter.to ?? today });
    else if (Number(chosen) === usualDays) onChange({ from: undefined, to: undefined });
    else onChange({ from: dayAfter(today, 1 - Number(chosen)), to: undefined });
  };
  return (
    <>
      <Segmented<Span>
        aria-label={q('period.label')}
        value={span}
        options={[...spans, 'own' as const].map((one) => ({ value: one, label: q(`period.${one}`) }))}
        onChange={choose}
      />
      {span === 'own' && (
        <span className="quality-dates">
          <Input
            type="date"
            aria-label={q('period.from')}
            max={filter.to ?? today}
            value={from}
            onChange={({ target }) => target.value && onChange({ from: target.value })}
          />
          –
          <Input
            type="date"
            aria-label={q('period.to')}
            min={from}
            max={today}
            value={filter.to ?? today}
            onChange={({ target }) => target.value && onChange({ to: target.value })}
          />
        </span>
      )}
    </>
  );
}

/** Which of the usual periods it is. */
function spanOf({ from, to }: QualityFilter, today: string): Span {
  if (to !== undefined && to !== today) return 'own';
  if (from === undefined) return '30';
  return spans.find((days) => from === dayAfter(today, 1 - Number(days))) ?? 'own';
}
