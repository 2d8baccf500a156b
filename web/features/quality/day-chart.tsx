import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { QualityAnswer, QualityFilter } from '../../../core/quality/answers.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayName } from './day-name.ts';
import { daysOf, runsOf, scaleOf, type DayPoint, type Measure } from './day-scale.ts';
import { averageOf, shown } from './sums.ts';
import { useWidth } from './use-width.ts';
import { useQualityWords } from './words.ts';
import './day-chart.css';

const top = 8;
const lineHeight = 120;
const gap = 10;
const barHeight = 34;
const axis = 18;
const left = 34;
const height = top + lineHeight + gap + barHeight + axis;

interface Props {
  answer: QualityAnswer;
  period: QualityFilter;
}

/** Each day's average or rate as a line, and below it how many episodes stand behind it. A day opens its episodes. */
export function DayChart({ answer, period }: Props) {
  const q = useQualityWords();
  const [measure, setMeasure] = useState<Measure>('average');
  const [at, setAt] = useState<number | null>(null);
  const points = useMemo(() => daysOf(answer, measure), [answer, measure]);
  const says = useSays();
  const pointed = at === null ? undefined : points[at];
  return (
    <section className="quality-card" aria-label={q('chart.title')}>
      <header className="chart-head">
        <h2>{q('chart.title')}</h2>
        <Segmented<Measure>
          size="small"
          value={measure}
          options={[
            { value: 'average', label: q('chart.average') },
            { value: 'rate', label: q('chart.rate') },
          ]}
          onChange={setMeasure}
        />
      </header>
      <Drawing points={points} measure={measure} at={at} onPoint={setAt} period={period} says={says} />
      <p className="chart-says figures" data-testid="chart-says">
        {pointed ? says(pointed) : q('chart.hint')}
      </p>
    </section>
  );
}

interface DrawingProps {
  points: DayPoint[];
  measure: Measure;
  at: number | null;
  onPoint(at: number | null): void;
  period: QualityFilter;
  says(point: DayPoint): string;
}

function Drawing({ points, measure, at, onPoint, period, says }: DrawingProps) {
  const { lang } = usePreferences();
  const { width, ref } = useWidth();
  const navigate = useNavigate();
  const { low, high } = scaleOf(points, measure);
  const most = Math.max(1, ...points.map(({ figures }) => figures.episodes));
  const step = (width - left - 6) / points.length;
  const x = (i: number) => left + (i + 0.5) * step;
  const y = (value: number) => top + ((high - value) / (high - low)) * lineHeight;
  const base = top + lineHeight + gap + barHeight;
  const every = Math.max(1, Math.ceil(64 / step));
  const open = (day: string) =>
    void navigate({ to: '/quality/episodes', search: { ...period, from: day, to: day } });
  return (
    <div ref={ref} className="day-chart">
      {width > 0 && (
        <svg width={width} height={height} role="group" onPointerLeave={() => onPoint(null)}>
          {[low, (low + high) / 2, high].map((value) => (
            <g key={value} aria-hidden>
              <line className="chart-grid" x1={left} x2={width - 6} y1={y(value)} y2={y(value)} />
              <text className="chart-label" x={left - 6} y={y(value) + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {runsOf(points).map((run) => (
            <polyline
              key={run[0]}
              className="chart-line"
              points={run.map((i) => `${x(i)},${y(points[i]!.value!)}`).join(' ')}
            />
          ))}
          {points.map((point, i) => {
            const { day, figures, value } = point;
            const tall = (figures.episodes / most) * barHeight;
            const dots = points.length <= 62 || i === at;
            return (
              <g
                key={day}
                className="chart-day"
                data-testid="chart-day"
                data-day={day}
                data-pointed={i === at}
                role={figures.episodes > 0 ? 'link' : 'img'}
                tabIndex={figures.episodes > 0 ? 0 : undefined}
                aria-label={says(point)}
                onPointerEnter={() => onPoint(i)}
                onFocus={() => onPoint(i)}
                onBlur={() => onPoint(null)}
                onClick={() => figures.episodes > 0 && open(day)}
                onKeyDown={({ key }) => key === 'Enter' && open(day)}
              >
                <rect className="chart-column" x={x(i) - step / 2} y={0} width={step} height={base} />
                <rect
                  className="chart-bar"
                  x={x(i) - Math.min(step * 0.35, 12)}
                  y={base - tall}
                  width={Math.min(step * 0.7, 24)}
                  height={tall}
                />
                {value !== null && dots && (
                  <circle className="chart-dot" cx={x(i)} cy={y(value)} r={i === at ? 4 : 2.5} />
                )}
                {i % every === 0 && (
                  <text className="chart-label" x={x(i)} y={height - 4} textAnchor="middle" aria-hidden>
                    {dayName(day, lang)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

function useSays() {
  const q = useQualityWords();
  const { lang } = usePreferences();
  return ({ day, figures }: DayPoint) => {
    const { episodes, findings } = figures;
    const average = shown(averageOf(figures), '');
    return q(episodes === 0 ? 'chart.empty' : 'chart.day', {
      day: dayName(day, lang),
      average,
      episodes,
      findings,
    });
  };
}
