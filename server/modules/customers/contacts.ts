/** A customer's phones, addresses and order numbers: sealed at rest, found by blind index, masked unless asked for. */
import { v7 as uuid } from 'uuid';
import type { CustomerFacts } from '../../../core/standard/facts.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { tailIndex } from './phone-tail.ts';

export type ContactKind = 'phone' | 'address' | 'order';
export type Contacts = Record<ContactKind, string[]>;

export async function readContacts(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<Contacts> {
  const rows = await tx.query<{ kind: ContactKind; sealed: Buffer; key_sealed: Buffer }>(
    `select c.kind, c.sealed, k.key_sealed from customer_contacts c
    join customer_keys k on k.shop_id = c.shop_id and k.customer_id = c.customer_id
    where c.shop_id = $1 and c.customer_id = $2 order by c.contact_id`,
    [shopId, customerId],
  );
  const contacts: Contacts = { phone: [], address: [], order: [] };
  for (const row of rows) {
    const key = vault.open(row.key_sealed);
    contacts[row.kind].push(vault.open(row.sealed, key).toString('utf8'));
  }
  return contacts;
}

/** Adds what is not known yet. */
export async function addContacts(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
  contacts: Partial<Contacts>,
): Promise<void> {
  const known = await readContacts(tx, vault, shopId, customerId);
  const fresh = (Object.entries(contacts) as [ContactKind, string[]][]).flatMap(([kind, values]) =>
    [...new Set(values)].filter((value) => !known[kind].includes(value)).map((value) => ({ kind, value })),
  );
  if (fresh.length === 0) return;
  const key = await customerKey(tx, vault, shopId, customerId);
  for (const { kind, value } of fresh) {
    const blind = kind === 'address' ? null : vault.blindIndex(shopId, kind, value);
    const tail = kind === 'phone' ? tailIndex(vault, shopId, value) : null;
    tx.send(
      `insert into customer_contacts (shop_id, contact_id, customer_id, kind, sealed, blind_index, tail_index)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [shopId, uuid(), customerId, kind, vault.seal(Buffer.from(value, 'utf8'), key), blind, tail],
    );
  }
}

export function factsOf(name: string | null, contacts: Contacts): CustomerFacts {
  return {
    name: name ?? undefined,
    phones: contacts.phone,
    addresses: contacts.address,
    orders: contacts.order,
  };
}

/** `138****0001`, `2026****0001`, the first characters of an address: enough to know it again. */
export function mask(kind: ContactKind, value: string): string {
  const letters = [...value];
  if (kind === 'address') return letters.slice(0, 6).join('') + '****';
  const shown = kind === 'phone' ? 3 : 4;
  if (letters.length <= shown + 2) return '****';
  return `${letters.slice(0, shown).join('')}****${letters.slice(-Math.min(4, letters.length - shown)).join('')}`;
}

/** Made with the first thing that is sealed with it. */
export async function customerKey(tx: Tx, vault: Vault, shopId: string, customerId: string): Promise<Buffer> {
  const [row] = await tx.query<{ key_sealed: Buffer }>(
    `insert into customer_keys (shop_id, customer_id, key_sealed) values ($1, $2, $3)
    on conflict (shop_id, customer_id) do update set key_sealed = customer_keys.key_sealed returning key_sealed`,
    [shopId, customerId, vault.seal(vault.newKey())],
  );
  return vault.open(row!.key_sealed);
}
