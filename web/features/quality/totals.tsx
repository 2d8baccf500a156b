import type { QualityFigures, QualityFilter } from '../../../core/quality/answers.ts';
import { Figure, FigureName } from './figure.tsx';
import { averageOf, rateOf, shown } from './sums.ts';
import { useQualityWords, type QualityKey } from './words.ts';
import './totals.css';

/** The period in six numbers. */
export function Totals({ total, period }: { total: QualityFigures; period: QualityFilter }) {
  const q = useQualityWords();
  const { episodes, vetoes, findings, contested } = total;
  const faults = { ...period, kind: 'fault' as const };
  const figures: {
    name: QualityKey & `figure.${string}`;
    value: string | number;
    none: boolean;
    filter: QualityFilter;
  }[] = [
    { name: 'figure.episodes', value: episodes, none: episodes === 0, filter: period },
    {
      name: 'figure.average',
      value: shown(averageOf(total), q('value.none')),
      none: episodes === 0,
      filter: { ...period, sort: 'score' },
    },
    { name: 'figure.vetoes', value: vetoes, none: vetoes === 0, filter: { ...period, band: 'veto' } },
    {
      name: 'figure.findings',
      value: findings,
      none: findings === 0,
      filter: { ...faults, said: 'standing' },
    },
    {
      name: 'figure.rate',
      value: shown(rateOf(total), q('value.none')),
      none: findings === 0,
      filter: { ...faults, said: 'standing' },
    },
    {
      name: 'figure.contested',
      value: contested,
      none: contested === 0,
      filter: { ...faults, said: 'contested' },
    },
  ];
  return (
    <dl className="quality-totals">
      {figures.map(({ name, value, none, filter }) => (
        <div key={name} data-testid={name}>
          <dt>
            <FigureName name={q(name)} what={q(`${name}.what` as QualityKey)} />
          </dt>
          <dd>
            <Figure filter={filter} value={value} none={none} label={q(name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
