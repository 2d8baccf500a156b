/** Who may do what. A permission stands on every route; `reaches` draws the circle of conversations. */

export const roles = [
  'agent',
  'lead',
  'supervisor',
  'finance',
  'warehouse',
  'reviewer',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** The three trades: before the sale, while the order runs, after the goods arrived. */
export const groups = ['pre-sales', 'in-sales', 'after-sales'] as const;
export type Group = (typeof groups)[number];

const permissions = {
  'conversations.read': ['agent', 'lead', 'supervisor', 'reviewer', 'administrator'],
  'conversations.read-all': ['lead', 'supervisor', 'reviewer', 'administrator'],
  'conversations.reply': ['agent', 'lead', 'supervisor'],
  'conversations.claim': ['agent', 'lead', 'supervisor'],
  'conversations.transfer': ['agent', 'lead', 'supervisor'],
  'conversations.resolve': ['agent', 'lead', 'supervisor'],
  'conversations.snooze': ['agent', 'lead', 'supervisor'],
  'conversations.merge': ['agent', 'lead', 'supervisor'],
  'inbox.settings': ['administrator'],
  'conversations.note': ['agent', 'lead', 'supervisor', 'reviewer'],
  'conversations.assign': ['lead', 'supervisor'],
  'conversations.whisper': ['lead', 'supervisor'],
  'conversations.take-over': ['lead', 'supervisor'],
  'customers.unmask': ['agent', 'lead', 'supervisor'],
  'customers.edit': ['agent', 'lead', 'supervisor'],
  'customers.merge': ['lead', 'supervisor'],
  'customers.erase': ['supervisor', 'administrator'],
  'customers.settings': ['supervisor', 'administrator'],
  'findings.override': ['supervisor'],
  'alerts.acknowledge': ['lead', 'supervisor'],
  'wall.watch': ['lead', 'supervisor', 'administrator'],
  'team.read': ['agent', 'lead', 'supervisor', 'reviewer', 'administrator'],
  'findings.judge': ['supervisor', 'reviewer'],
  'findings.contest': ['agent', 'lead', 'supervisor'],
  'quality.read': ['agent', 'lead', 'supervisor', 'reviewer', 'administrator'],
  'quality.read-all': ['lead', 'supervisor', 'reviewer', 'administrator'],
  'standard.read': ['lead', 'supervisor', 'reviewer', 'administrator'],
  'standard.write': ['administrator'],
  'widget.manage': ['administrator'],
  'standard.restore': ['lead', 'supervisor', 'administrator'],
  'team.manage': ['administrator'],
  'hours.write': ['administrator'],
  'orders.read': ['agent', 'lead', 'supervisor', 'finance', 'warehouse', 'administrator'],
  // Whoever pays on the platform needs the number, whoever sends the address.
  'orders.unmask': ['agent', 'lead', 'supervisor', 'finance', 'warehouse'],
  'operations.ask': ['agent', 'lead', 'supervisor', 'warehouse'],
  'operations.serve': ['agent', 'lead', 'supervisor'],
  'operations.approve': ['lead', 'supervisor', 'finance'],
  'operations.audit': ['supervisor', 'finance', 'administrator'],
  'parcels.book-in': ['warehouse', 'supervisor'],
  'parcels.send': ['warehouse', 'supervisor'],
  'payouts.read': ['supervisor', 'finance'],
  'payouts.pay': ['finance'],
  'till.settings': ['administrator'],
  'orders.import': ['supervisor', 'administrator'],
  'promotions.write': ['supervisor', 'administrator'],
  'shortages.mark': ['agent', 'lead', 'supervisor', 'warehouse'],
  'risk.read': ['lead', 'supervisor'],
  'policy.read': ['supervisor', 'administrator'],
  'policy.write': ['administrator'],
  'sources.manage': ['supervisor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as Permission[];

/** Somebody who is signed in at the desk. */
export interface Person {
  shopId: string;
  agentId: string;
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
}

export function may(person: Pick<Person, 'role'>, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(person.role);
}

/**
 * A conversation is within a person's reach when they see all, when it is theirs,
 * or when it stands in one of their groups. Outside it nothing is answered but "not found".
 */
export function reaches(
  person: Pick<Person, 'role' | 'agentId' | 'groups'>,
  conversation: { assigneeId: string | null; group: Group },
): boolean {
  if (may(person, 'conversations.read-all')) return true;
  if (!may(person, 'conversations.read')) return false;
  return conversation.assigneeId === person.agentId || person.groups.includes(conversation.group);
}
