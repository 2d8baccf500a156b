import { Link, type LinkProps } from '@tanstack/react-router';
import type { Permission } from '../../../core/team/roles.ts';
import { useMay } from '../../app/session.ts';
import { ApprovalsBadge } from '../approvals/badge.tsx';
import { useOrdersWords, type OrdersKey } from './words.ts';
import './tabs.css';

const parts: { to: LinkProps['to']; key: OrdersKey; may: Permission }[] = [
  { to: '/orders', key: 'tab.orders', may: 'orders.read' },
  { to: '/approvals', key: 'tab.approvals', may: 'operations.approve' },
  { to: '/warehouse', key: 'tab.warehouse', may: 'parcels.book-in' },
  { to: '/finance', key: 'tab.finance', may: 'payouts.read' },
  { to: '/orders/import', key: 'tab.import', may: 'orders.import' },
];

/** The pages about orders that somebody's role has; one alone needs no tab. */
export function OrdersTabs() {
  const say = useOrdersWords();
  const may = useMay();
  const mine = parts.filter((part) => may(part.may));
  if (mine.length < 2) return null;
  return (
    <nav className="orders-tabs" aria-label={say('tabs')}>
      {mine.map(({ to, key }) => (
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
