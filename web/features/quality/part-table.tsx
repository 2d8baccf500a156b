import { useState } from 'react';
import type { QualityFigures, QualityFilter } from '../../../core/quality/answers.ts';
import { Figure, FigureName } from './figure.tsx';
import { averageOf, rateOf, shown } from './sums.ts';
import { useQualityWords } from './words.ts';
import './tables.css';

interface Part {
  key: string;
  name: string;
  figures: QualityFigures;
  /** What its figures are narrowed to. */
  period: QualityFilter;
}

const columns = ['episodes', 'average', 'vetoes', 'findings', 'rate', 'contested'] as const;
type Column = (typeof columns)[number];

/** The same figures for each agent or group; a column's head orders by it. */
export function PartTable({ title, head, parts }: { title: string; head: string; parts: Part[] }) {
  const q = useQualityWords();
  const [by, setBy] = useState<{ column: Column; up: boolean }>({ column: 'episodes', up: false });
  const ordered = parts.toSorted((a, b) => {
    const way = by.up ? 1 : -1;
    return (
      way * ((valueOf(a.figures, by.column) ?? -1) - (valueOf(b.figures, by.column) ?? -1)) ||
      (a.name < b.name ? -1 : 1)
    );
  });
  return (
    <section className="quality-card" aria-label={title}>
      <h2>{title}</h2>
      <div className="quality-scroll">
        <table className="quality-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map((column) => {
                const sorted = by.column === column;
                return (
                  <th
                    key={column}
                    scope="col"
                    className="quality-number"
                    aria-sort={sorted ? (by.up ? 'ascending' : 'descending') : undefined}
                  >
                    <button
                      type="button"
                      className="sort-head"
                      onClick={() => setBy({ column, up: sorted && !by.up })}
                    >
                      <FigureName name={q(`figure.${column}`)} what={q(`figure.${column}.what`)} />
                      <span aria-hidden>{sorted ? (by.up ? '↑' : '↓') : ''}</span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {ordered.map((part) => (
              <tr key={part.key} data-testid="quality-part" data-part={part.key}>
                <th scope="row">{part.name}</th>
                {columns.map((column) => (
                  <td key={column} className="quality-number">
                    <Cell part={part} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ part: { name, figures, period }, column }: { part: Part; column: Column }) {
  const q = useQualityWords();
  const value = valueOf(figures, column);
  const rounded = column === 'average' || column === 'rate';
  return (
    <Figure
      filter={{ ...period, ...behind[column] }}
      value={rounded ? shown(value, q('value.none')) : value}
      none={!value}
      label={`${name} · ${q(`figure.${column}`)}`}
    />
  );
}

/** What opens behind each figure. */
const behind: Record<Column, QualityFilter> = {
  episodes: {},
  average: { sort: 'score' },
  vetoes: { band: 'veto' },
  findings: { kind: 'fault', said: 'standing' },
  rate: { kind: 'fault', said: 'standing' },
  contested: { kind: 'fault', said: 'contested' },
};

function valueOf(figures: QualityFigures, column: Column): number | null {
  if (column === 'average') return averageOf(figures);
  return column === 'rate' ? rateOf(figures) : figures[column];
}
