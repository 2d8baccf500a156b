/** Shows personal data to somebody who asked for it, and writes down that they did. */
import { v7 as uuid } from 'uuid';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import type { ContactKind } from './contacts.ts';
import { readContacts } from './contacts.ts';

export async function unmask(
  tx: Tx,
  vault: Vault,
  person: Person,
  customerId: string,
  field: ContactKind,
): Promise<string[]> {
  const contacts = await readContacts(tx, vault, person.shopId, customerId);
  noteUnmasking(tx, person, customerId, field);
  return contacts[field];
}

export function noteUnmasking(tx: Tx, { shopId, agentId }: Person, customerId: string, field: string): void {
  tx.send(
    'insert into unmaskings (shop_id, unmasking_id, customer_id, agent_id, field) values ($1, $2, $3, $4, $5)',
    [shopId, uuid(), customerId, agentId, field],
  );
}
