/** Something of a batch did harm: who else got some of it, and who else has reported harm. */
import { z } from 'zod';
import { numbersIn } from '../../../../core/commerce/numbers-in.ts';
import type { BatchView } from '../../../../core/commerce/buying-api.ts';
import type { Group, Person } from '../../../../core/team/roles.ts';
import { reaches } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { inShop } from '../../../platform/database/pool.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Batch } from '../../commerce/index.ts';
import { hashesOf, ordersInBatch, readBatch } from '../../commerce/index.ts';
import type { Conversations } from '../context.ts';

const code = z.string().min(1).max(100);

export function batchRoutes({ pool, vault }: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/batches',
      may: 'orders.read',
      summary: 'What left of a batch, and the reports of harm of those who got some of it; masked',
      query: z.strictObject({ sku: code, batch: z.string().max(100) }),
      handle: ({ person, query: { sku, batch } }): Promise<BatchView> =>
        inShop(pool, person.shopId, async (tx) => {
          const of = { skuCode: sku, batch };
          const view = await readBatch(tx, vault, person.shopId, of);
          return { ...view, complaints: await complaintsOf(tx, vault, person, of) };
        }),
    }),
  ];
}

const mostReports = 300;

/** Reports are few and orders many: from the report to what its customer is known by, and from that to the batch. */
async function complaintsOf(
  tx: Tx,
  vault: Vault,
  person: Person,
  batch: Batch,
): Promise<BatchView['complaints']> {
  const { shopId } = person;
  const reports = await tx.query<Report>(statements.reports, [shopId]);
  if (reports.length === 0) return [];
  const { account, number } = hashesOf(vault, shopId);
  const [contacts, accounts, said] = await Promise.all([
    tx.query<{ customerId: string; kind: 'phone' | 'order'; hash: Buffer }>(statements.contacts, [
      shopId,
      reports.map(({ customerId }) => customerId),
    ]),
    tx.query<{ customerId: string; account: string }>(statements.accounts, [
      shopId,
      reports.map(({ customerId }) => customerId),
    ]),
    tx.query<{ conversationId: string; text: string }>(statements.said, [
      shopId,
      reports.map(({ conversationId }) => conversationId),
    ]),
  ]);
  const owners = new Map<string, Set<string>>();
  const hashes = { accounts: [] as Buffer[], phones: [] as Buffer[], numbers: [] as Buffer[] };
  const own = (owner: string, hash: Buffer, list: Buffer[]) => {
    const key = hash.toString('hex');
    owners.set(key, (owners.get(key) ?? new Set()).add(owner));
    list.push(hash);
  };
  for (const { customerId, kind, hash } of contacts)
    own(customerId, hash, kind === 'phone' ? hashes.phones : hashes.numbers);
  for (const one of accounts) own(one.customerId, account(one.account), hashes.accounts);
  for (const { conversationId, text } of said)
    for (const written of numbersIn(text)) own(conversationId, number(written), hashes.numbers);
  const orders = await ordersInBatch(tx, vault, shopId, batch, hashes);
  return reports.flatMap((report) => {
    const order = orders.find((one) =>
      one.hashes.some((hash) => {
        const known = owners.get(hash.toString('hex'));
        return known?.has(report.customerId) || known?.has(report.conversationId);
      }),
    );
    if (!order) return [];
    return {
      conversationId: reaches(person, report) ? report.conversationId : null,
      messageSeq: report.messageSeq,
      at: report.at,
      number: order.number,
    };
  });
}

interface Report {
  conversationId: string;
  customerId: string;
  messageSeq: number;
  at: number;
  assigneeId: string | null;
  group: Group;
}

const statements = {
  /** One a conversation, its newest; not those that somebody called wrong. */
  reports: `select * from (
      select distinct on (f.conversation_id) f.conversation_id as "conversationId", c.customer_id as "customerId",
        f.message_seq as "messageSeq", f.created_at as at, c.assignee_id as "assigneeId", c.group_name as "group"
      from (select * from findings where shop_id = $1 and rule = 'complaint.safety' order by created_at desc
        limit ${mostReports}) f
      join conversations c on c.shop_id = $1 and c.conversation_id = f.conversation_id
      where f.verdict is distinct from 'wrong' order by f.conversation_id, f.created_at desc
    ) r order by at desc`,
  contacts: `select customer_id as "customerId", kind, blind_index as hash from customer_contacts
    where shop_id = $1 and customer_id = any($2::uuid[]) and kind in ('phone', 'order') and blind_index is not null`,
  accounts: `select coalesce(merged_into, customer_id) as "customerId", external_id as account from customers
    where shop_id = $1 and (customer_id = any($2::uuid[]) or merged_into = any($2::uuid[])) and external_id is not null`,
  said: `select conversation_id as "conversationId", text from messages where shop_id = $1
    and conversation_id = any($2::uuid[]) and author = 'customer' and text ~ '[0-9]{6}' limit 2000`,
};
