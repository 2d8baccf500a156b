import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { QualityFilter } from '../../../core/quality/answers.ts';

interface Props {
  /** What stands behind it. */
  filter: QualityFilter;
  value: ReactNode;
  /** Nothing stands behind it: it leads nowhere. */
  none?: boolean;
  /** What it counts, for those who cannot see where it stands. */
  label: string;
}

/** A number that opens the episodes behind it. */
export function Figure({ filter, value, none, label }: Props) {
  if (none) return <span className="figures muted">{value}</span>;
  return (
    <Link
      className="figure figures"
      to="/quality/episodes"
      search={filter}
      aria-label={`${label}: ${String(value)}`}
    >
      {value}
    </Link>
  );
}

/** The name of a figure, which tells what exactly is counted. */
export function FigureName({ name, what }: { name: string; what: string }) {
  return (
    <Tooltip title={what}>
      <span className="figure-name" tabIndex={0}>
        {name}
      </span>
    </Tooltip>
  );
}
