import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props<Show extends string> {
  to: '/warehouse' | '/finance';
  label: string;
  shows: readonly { show: Show; name: string; mark?: ReactNode }[];
}

/** The parts of a page, each with an address of its own; the first is the page's. */
export function Shows<Show extends string>({ to, label, shows }: Props<Show>) {
  return (
    <nav className="operations-shows" aria-label={label}>
      {shows.map(({ show, name, mark }, at) => (
        <Link
          key={show}
          to={to}
          search={at === 0 ? {} : { show: show as never }}
          data-testid={`show-${show}`}
          activeProps={{ 'aria-current': 'page' }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {name}
          {mark}
        </Link>
      ))}
    </nav>
  );
}
