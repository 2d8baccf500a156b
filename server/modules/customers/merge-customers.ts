/**
 * Two customers turn out to be one. Everything known goes to the one kept; of the other an alias stays, so that its
 * browsers and its account arrive there. A browser goes on reading its own thread only: what the other one said before
 * on another computer is not shown to it.
 */
import { v7 as uuid } from 'uuid';
import type { MergeDifference, MergePreview } from '../../../core/api.ts';
import { consentChannels } from '../../../core/customers/customer.ts';
import type { ConsentChannel } from '../../../core/customers/customer.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';
import type { Vault } from '../../platform/vault.ts';
import { lastOf, readConsents, recordConsent } from './consents.ts';
import { addContacts, readContacts } from './contacts.ts';
import { describeCustomer } from './doubles.ts';
import { putValue, readValues, shown } from './field-values.ts';
import { readNotes } from './notes.ts';
import type { StoredCustomer } from './standing.ts';
import { lockCustomer, nameCustomer, readCustomer } from './standing.ts';
import { tagsOf } from './tags.ts';

interface Two {
  kept: string;
  gone: string;
}

export async function previewMerge(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { kept, gone }: Two,
): Promise<MergePreview> {
  const of = await compare(tx, vault, shopId, { kept, gone });
  const keptTags = new Set(await tagsOf(tx, shopId, kept));
  const known = await readContacts(tx, vault, shopId, kept);
  const others = Object.entries(await readContacts(tx, vault, shopId, gone)) as [
    keyof typeof known,
    string[],
  ][];
  const goneSide = await describeCustomer(tx, vault, shopId, gone);
  return {
    kept: await describeCustomer(tx, vault, shopId, kept),
    gone: goneSide,
    differences: of.differences,
    brings: {
      conversations: goneSide.conversations,
      notes: (await readNotes(tx, shopId, gone)).length,
      tags: (await tagsOf(tx, shopId, gone)).filter((tag) => !keptTags.has(tag)).length,
      contacts: others.flatMap(([kind, values]) => values.filter((one) => !known[kind].includes(one))).length,
    },
    withdrawn: of.withdrawn,
  };
}

/** Everything but the conversations, which follow one by one. */
export async function mergeCustomers(
  tx: Tx,
  vault: Vault,
  person: Person,
  two: Two,
  { take, reason }: { take: string[]; reason: string },
  now: number,
): Promise<void> {
  const { shopId, agentId } = person;
  const { kept, gone } = two;
  // One at a time in a shop, or two could lead into each other.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('merge customers ' || $1, 0))`, [shopId]);
  const stays = await lockCustomer(tx, shopId, kept);
  const goes = await lockCustomer(tx, shopId, gone);
  const { differences, values, withdrawn } = await compare(tx, vault, shopId, two);
  if (take.some((what) => !differences.some((one) => one.what === what)))
    refuse({ code: 'invalid', problems: [{ field: 'take', problem: 'not-allowed' }] });
  for (const { field, ofKept, ofGone } of values)
    if (ofGone !== null && (ofKept === null || take.includes(field.fieldId)))
      await putValue(tx, vault, person, kept, { field, value: ofGone }, now);
  for (const channel of withdrawn)
    recordConsent(tx, person, kept, { channel, state: 'withdrawn', how: 'merge' }, now);
  await addContacts(tx, vault, shopId, kept, await readContacts(tx, vault, shopId, gone));
  const both = [shopId, kept, gone];
  tx.send(
    `insert into customer_tags (shop_id, customer_id, tag_id, tagged_by, tagged_at)
    select shop_id, $2, tag_id, tagged_by, tagged_at from customer_tags where shop_id = $1 and customer_id = $3
    on conflict do nothing`,
    both,
  );
  tx.send('update customer_notes set customer_id = $2 where shop_id = $1 and customer_id = $3', both);
  tx.send(
    'update customers set merged_into = $2 where shop_id = $1 and (customer_id = $3 or merged_into = $3)',
    both,
  );
  for (const table of ['customer_tags', 'customer_field_values', 'customer_contacts', 'customer_keys'])
    tx.send(`delete from ${table} where shop_id = $1 and customer_id = $2`, [shopId, gone]);
  tx.send(
    `insert into customer_merges (shop_id, merge_id, from_id, into_id, by_id, reason, taken, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [shopId, uuid(), gone, kept, agentId, reason, take, new Date(now)],
  );
  nameAlike(tx, person, stays, goes, take.includes('name'));
}

/** By the one name, all of them: an alias is shown as the author of what it wrote. */
function nameAlike(
  tx: Tx,
  person: Person,
  stays: StoredCustomer,
  goes: StoredCustomer,
  takes: boolean,
): void {
  const name = takes || stays.name === null ? goes.name : stays.name;
  if (name !== stays.name) return nameCustomer(tx, person, stays.customer_id, name);
  tx.send('update customers set name = $3 where shop_id = $1 and merged_into = $2', [
    person.shopId,
    stays.customer_id,
    name,
  ]);
}

async function compare(tx: Tx, vault: Vault, shopId: string, { kept, gone }: Two) {
  if (kept === gone) refuse({ code: 'invalid', problems: [{ field: 'other', problem: 'not-allowed' }] });
  const [stays, goes] = [await readCustomer(tx, shopId, kept), await readCustomer(tx, shopId, gone)];
  const ofKept = await readValues(tx, vault, shopId, kept);
  const ofGone = await readValues(tx, vault, shopId, gone);
  const values = ofGone.map(({ field, value }) => ({
    field,
    ofKept: ofKept.find((one) => one.field.fieldId === field.fieldId)?.value ?? null,
    ofGone: value,
  }));
  const differences: MergeDifference[] = values
    .filter((one) => differ(one.ofKept, one.ofGone))
    .map(({ field, ...one }) => ({
      what: field.fieldId,
      label: field.name,
      kept: shown(field, one.ofKept),
      gone: shown(field, one.ofGone),
    }));
  if (differ(stays.name, goes.name))
    differences.unshift({ what: 'name', label: null, kept: stays.name, gone: goes.name });
  return { differences, values, withdrawn: await withdrawnOnce(tx, shopId, { kept, gone }) };
}

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/** Said no by one of the two, and yes or nothing by the other. */
async function withdrawnOnce(tx: Tx, shopId: string, { kept, gone }: Two): Promise<ConsentChannel[]> {
  const [ofKept, ofGone] = [await readConsents(tx, shopId, kept), await readConsents(tx, shopId, gone)];
  return consentChannels.filter((channel) => {
    const states = [lastOf(ofKept, channel), lastOf(ofGone, channel)];
    return states.includes('withdrawn') && states.includes('given');
  });
}
