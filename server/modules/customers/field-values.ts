/** What stands in the shop's own fields: a personal value sealed with the customer's key, and masked unless asked for. */
import type { CustomerField, CustomerSide } from '../../../core/api.ts';
import { fits, maskValue } from '../../../core/customers/customer.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { customerKey } from './contacts.ts';
import { listFields } from './fields.ts';
import { noteUnmasking } from './unmask.ts';

/** Each field with its plain value; archived ones only where they have one. */
export async function readValues(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<{ field: CustomerField; value: string | null }[]> {
  const fields = await listFields(tx, shopId);
  const rows = await tx.query<{
    field_id: string;
    value: string | null;
    sealed: Buffer | null;
    key_sealed: Buffer | null;
  }>(
    `select v.field_id, v.value, v.sealed, k.key_sealed from customer_field_values v
    left join customer_keys k on k.shop_id = v.shop_id and k.customer_id = v.customer_id
    where v.shop_id = $1 and v.customer_id = $2`,
    [shopId, customerId],
  );
  const plain = new Map(
    rows.map(({ field_id, value, sealed, key_sealed }) => [
      field_id,
      sealed && key_sealed ? vault.open(sealed, vault.open(key_sealed)).toString('utf8') : value,
    ]),
  );
  return fields
    .map((field) => ({ field, value: plain.get(field.fieldId) ?? null }))
    .filter(({ field, value }) => !field.archived || value !== null);
}

/** As the desk shows them. */
export async function readMaskedValues(
  tx: Tx,
  vault: Vault,
  shopId: string,
  customerId: string,
): Promise<CustomerSide['fields']> {
  const values = await readValues(tx, vault, shopId, customerId);
  return values.map(({ field, value }) => ({ ...field, value: shown(field, value) }));
}

export const shown = ({ personal }: Pick<CustomerField, 'personal'>, value: string | null): string | null =>
  value !== null && personal ? maskValue(value) : value;

/** null: nothing. */
export async function setValue(
  tx: Tx,
  vault: Vault,
  person: Person,
  customerId: string,
  { fieldId, value }: { fieldId: string; value: string | null },
  now: number,
): Promise<void> {
  const field = await requireField(tx, person.shopId, fieldId);
  if (field.archived && value !== null) refuse({ code: 'conflict', reason: 'field-archived' });
  if (value !== null && !fits(field, value))
    refuse({ code: 'invalid', problems: [{ field: 'value', problem: 'not-allowed' }] });
  await putValue(tx, vault, person, customerId, { field, value }, now);
}

export async function putValue(
  tx: Tx,
  vault: Vault,
  { shopId, agentId }: Person,
  customerId: string,
  { field, value }: { field: CustomerField; value: string | null },
  now: number,
): Promise<void> {
  if (value === null) {
    tx.send('delete from customer_field_values where shop_id = $1 and customer_id = $2 and field_id = $3', [
      shopId,
      customerId,
      field.fieldId,
    ]);
    return;
  }
  const sealed = field.personal
    ? vault.seal(Buffer.from(value, 'utf8'), await customerKey(tx, vault, shopId, customerId))
    : null;
  tx.send(
    `insert into customer_field_values (shop_id, customer_id, field_id, value, sealed, set_by, set_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (shop_id, customer_id, field_id) do update
      set value = excluded.value, sealed = excluded.sealed, set_by = excluded.set_by, set_at = excluded.set_at`,
    [shopId, customerId, field.fieldId, sealed ? null : value, sealed, agentId, new Date(now)],
  );
}

export async function unmaskValue(
  tx: Tx,
  vault: Vault,
  person: Person,
  customerId: string,
  fieldId: string,
): Promise<string | null> {
  await requireField(tx, person.shopId, fieldId);
  const values = await readValues(tx, vault, person.shopId, customerId);
  noteUnmasking(tx, person, customerId, `field ${fieldId}`);
  return values.find(({ field }) => field.fieldId === fieldId)?.value ?? null;
}

async function requireField(tx: Tx, shopId: string, fieldId: string): Promise<CustomerField> {
  const field = (await listFields(tx, shopId)).find((one) => one.fieldId === fieldId);
  return field ?? refuse({ code: 'not-found', what: 'field' });
}
