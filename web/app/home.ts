import type { Permission } from '../../core/team/roles.ts';

/** Where somebody's work begins: not everybody speaks with customers. */
export function homeOf(permissions: readonly Permission[]) {
  const may = (permission: Permission) => permissions.includes(permission);
  if (may('conversations.read')) return '/inbox';
  if (may('parcels.book-in')) return '/warehouse';
  return may('payouts.pay') ? '/finance' : '/orders';
}
