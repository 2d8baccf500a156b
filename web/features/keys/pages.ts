/** Every page of the desk that one goes to: the palette lists them, the keys lead there. Pure. */
import type { Permission } from '../../../core/team/roles.ts';

export interface Page {
  id:
    | 'inbox'
    | 'search'
    | 'orders'
    | 'ordersImport'
    | 'shortages'
    | 'approvals'
    | 'warehouse'
    | 'finance'
    | 'wall'
    | 'quality'
    | 'episodes'
    | 'review'
    | 'standard'
    | 'bench'
    | 'cases'
    | 'settings'
    | 'people'
    | 'hours'
    | 'customers'
    | 'widget'
    | 'policy'
    | 'promotions'
    | 'sources'
    | 'account';
  to: string;
  search?: Record<string, string>;
  /** Pressed after one another. */
  keys?: string;
  /** Whoever may not is not led there. */
  may?: Permission;
}

export const pages: readonly Page[] = [
  { id: 'inbox', to: '/inbox', keys: 'g i', may: 'conversations.read' },
  { id: 'search', to: '/search', keys: 'g f', may: 'conversations.read' },
  { id: 'orders', to: '/orders', keys: 'g o', may: 'orders.read' },
  { id: 'ordersImport', to: '/orders/import', may: 'orders.import' },
  { id: 'shortages', to: '/orders/shortages', may: 'orders.read' },
  { id: 'approvals', to: '/approvals', keys: 'g v', may: 'operations.approve' },
  { id: 'warehouse', to: '/warehouse', keys: 'g h', may: 'parcels.book-in' },
  { id: 'finance', to: '/finance', keys: 'g m', may: 'payouts.read' },
  { id: 'wall', to: '/wall', keys: 'g w', may: 'wall.watch' },
  { id: 'quality', to: '/quality', keys: 'g q', may: 'quality.read' },
  { id: 'episodes', to: '/quality/episodes', may: 'quality.read' },
  { id: 'review', to: '/quality/review', may: 'findings.judge' },
  { id: 'standard', to: '/settings/standard', keys: 'g s', may: 'standard.read' },
  { id: 'bench', to: '/bench', keys: 'g b', may: 'standard.read' },
  { id: 'cases', to: '/bench', search: { view: 'cases' }, may: 'standard.read' },
  // The first of them that this person has.
  { id: 'settings', to: '/settings', keys: 'g p', may: 'customers.settings' },
  { id: 'people', to: '/settings/people', may: 'team.manage' },
  { id: 'hours', to: '/settings/hours' },
  { id: 'customers', to: '/settings/customers', may: 'customers.settings' },
  { id: 'widget', to: '/settings/widget', may: 'widget.manage' },
  { id: 'policy', to: '/settings/policy', may: 'policy.read' },
  { id: 'promotions', to: '/settings/promotions', may: 'promotions.write' },
  { id: 'sources', to: '/settings/sources', may: 'sources.manage' },
  { id: 'account', to: '/account', keys: 'g a' },
];
