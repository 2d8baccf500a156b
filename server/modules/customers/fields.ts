/** Fields of the shop's own: which there are, and in what order. Kind and secrecy stay, since values depend on them. */
import { v7 as uuid } from 'uuid';
import type { CustomerField } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

const mostFields = 40;

export type WantedField = Pick<CustomerField, 'name' | 'kind' | 'choices' | 'personal'>;

export function listFields(tx: Tx, shopId: string): Promise<CustomerField[]> {
  return tx.query(
    `select field_id as "fieldId", name, kind, choices, personal, archived_at is not null as archived
    from customer_fields where shop_id = $1 order by archived_at is not null, position, field_id`,
    [shopId],
  );
}

export async function createField(
  tx: Tx,
  person: Person,
  wanted: WantedField,
  now: number,
): Promise<CustomerField> {
  const { shopId, agentId } = person;
  const fields = await lockFields(tx, shopId);
  requireName(fields, wanted.name);
  requireChoices(wanted);
  if (fields.length >= mostFields)
    refuse({ code: 'invalid', problems: [{ field: 'field', problem: 'too-long', limit: mostFields }] });
  const fieldId = uuid();
  const { name, kind, choices, personal } = wanted;
  tx.send(
    `insert into customer_fields (shop_id, field_id, name, kind, choices, personal, position, created_by, created_at)
    select $1, $2, $3, $4, $5, $6, coalesce(max(position), 0) + 1, $7, $8 from customer_fields where shop_id = $1`,
    [shopId, fieldId, name, kind, choices, personal, agentId, new Date(now)],
  );
  return { fieldId, ...wanted, archived: false };
}

/** A choice that is taken off stays where it was chosen. */
export async function changeField(
  tx: Tx,
  shopId: string,
  fieldId: string,
  { name, choices, archived }: Pick<CustomerField, 'name' | 'choices' | 'archived'>,
  now: number,
): Promise<void> {
  const fields = await lockFields(tx, shopId);
  const field = fields.find((one) => one.fieldId === fieldId);
  if (!field) refuse({ code: 'not-found', what: 'field' });
  requireChoices({ kind: field.kind, choices });
  if (!archived)
    requireName(
      fields.filter((one) => one.fieldId !== fieldId),
      name,
    );
  tx.send(
    `update customer_fields set name = $3, choices = $4,
      archived_at = case when $5 then coalesce(archived_at, $6::timestamptz) end
    where shop_id = $1 and field_id = $2`,
    [shopId, fieldId, name, choices, archived, new Date(now)],
  );
}

/** Those that are not named keep their place behind. */
export async function orderFields(tx: Tx, shopId: string, order: string[]): Promise<void> {
  await lockFields(tx, shopId);
  tx.send(
    `update customer_fields f set position = o.place from unnest($2::uuid[]) with ordinality as o(field_id, place)
    where f.shop_id = $1 and f.field_id = o.field_id`,
    [shopId, order],
  );
}

/** What there is, while nobody else adds to it. */
function lockFields(tx: Tx, shopId: string): Promise<CustomerField[]> {
  tx.send(`select pg_advisory_xact_lock(hashtextextended('fields ' || $1, 0))`, [shopId]);
  return listFields(tx, shopId);
}

function requireName(others: CustomerField[], name: string): void {
  const same = others.some((one) => !one.archived && one.name.toLowerCase() === name.toLowerCase());
  if (same) refuse({ code: 'invalid', problems: [{ field: 'fieldName', problem: 'taken' }] });
}

function requireChoices({ kind, choices }: Pick<CustomerField, 'kind' | 'choices'>): void {
  const problem =
    kind === 'choice' && choices.length === 0
      ? 'missing'
      : kind !== 'choice' && choices.length > 0
        ? 'not-allowed'
        : new Set(choices).size < choices.length
          ? 'taken'
          : null;
  if (problem) refuse({ code: 'invalid', problems: [{ field: 'choices', problem }] });
}
