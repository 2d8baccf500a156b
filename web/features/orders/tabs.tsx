import { Link, type LinkProps } from '@tanstack/react-router';
import { useMay } from '../../app/session.ts';
import { ApprovalsBadge } from '../approvals/badge.tsx';
import { useOrdersWords, type OrdersKey } from './words.ts';
import './tabs.css';

const parts: { to: LinkProps['to']; key: OrdersKey }[] = [
  { to: '/orders', key: 'tab.orders' },
  { to: '/orders/shortages', key: 'tab.shortages' },
  { to: '/approvals', key: 'tab.approvals' },
  { to: '/warehouse', key: 'tab.warehouse' },
  { to: '/finance', key: 'tab.finance' },
  { to: '/orders/import', key: 'tab.import' },
];

export function useHasOrdersTabs(): boolean {
  const may = useMay();
  return may('operations.approve') && may('parcels.book-in');
}

/** For the supervisor, whose role has more pages about orders than the bar above has room for. */
export function OrdersTabs() {
  const say = useOrdersWords();
  if (!useHasOrdersTabs()) return null;
  return (
    <nav className="orders-tabs" aria-label={say('tabs')}>
      {parts.map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          data-testid={`tab-${key.slice(4)}`}
          activeProps={{ 'aria-current': 'page' }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {say(key)}
          {to === '/approvals' && <ApprovalsBadge />}
        </Link>
      ))}
    </nav>
  );
}
