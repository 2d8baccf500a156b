/** What waits for a signature, with what whoever signs has to know. */
import type { ApprovalRow, Page, WaitingCounts } from '../../../core/commerce/operation-api.ts';
import type { OperationWish, Signer } from '../../../core/commerce/operations/operation.ts';
import type { Operation } from '../../../core/commerce/operations/record.ts';
import { moneyOf } from '../../../core/commerce/operations/situation.ts';
import type { Reason } from '../../../core/commerce/policy/claim.ts';
import type { Person, Role } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import { snapshotOfShop } from '../../platform/database/pool.ts';
import type { Operations } from './context.ts';
import { pageOf, rowsOf } from './pages.ts';
import { gather } from './situation.ts';

/** The longest waiting first. */
export async function listApprovals(
  operations: Operations,
  person: Person,
  after: string | null,
): Promise<Page<ApprovalRow>> {
  const { shopId } = person;
  const { pool, vault, now } = operations.conversations;
  const zone = await operations.zone(shopId);
  return snapshotOfShop(pool, shopId, async (tx) => {
    const page = await pageOf(tx, shopId, {
      condition: `o.state = 'waiting'`,
      by: 'created_at',
      direction: 'asc',
      after,
    });
    const rows = await rowsOf(tx, vault, person, page.rows, now());
    const whole: ApprovalRow[] = [];
    for (const [i, one] of page.rows.entries()) {
      const requester = { shopId, agentId: one.requesterId, role: one.requesterRole };
      const ground = { reason: one.reason as Reason };
      const { situation } = await gather(tx, operations, requester, one.orderId, wishOf(one), ground, {
        zone,
        editing: one,
      });
      whole.push({ ...rows[i]!, policy: situation.decision, money: moneyOf(situation) });
    }
    return { rows: whole, next: page.next };
  });
}

/** As it was asked for, without what is personal. */
const wishOf = ({ kind, details, amountFen, currency }: Operation): OperationWish =>
  ({ ...details, kind, ...(amountFen !== null && { amountFen, currency }) }) as OperationWish;

export async function countWaiting({ conversations }: Operations, person: Person): Promise<WaitingCounts> {
  const { shopId, agentId, role } = person;
  return snapshotOfShop(conversations.pool, shopId, async (tx) => {
    const [row] = await tx.query<WaitingCounts>(counts, [shopId, agentId, signsFor(role)]);
    const { approvals, payouts, unknown, parcels, sendings } = row!;
    const reads = may(person, 'payouts.read');
    return {
      approvals,
      payouts: reads ? payouts : 0,
      unknown: reads ? unknown : 0,
      parcels: may(person, 'parcels.book-in') ? parcels : 0,
      sendings: may(person, 'parcels.send') ? sendings : 0,
    };
  });
}

function signsFor(role: Role): Signer[] {
  if (role === 'finance') return ['finance'];
  return role === 'supervisor' ? ['lead', 'supervisor'] : role === 'lead' ? ['lead'] : [];
}

const counts = `select
    count(*) filter (where o.state = 'waiting' and o.requester_id <> $2
      and not exists (select from operation_signatures s where s.shop_id = o.shop_id and s.operation_id = o.operation_id
        and s.revision = o.revision and s.agent_id = $2)
      and exists (select from unnest(o.needs) as wanted where wanted = any($3::text[])
        and not exists (select from operation_signatures s where s.shop_id = o.shop_id
          and s.operation_id = o.operation_id and s.revision = o.revision and s.signer = wanted)))::int as approvals,
    count(*) filter (where o.state = 'ready' and o.amount_fen is not null and o.kind <> 'gift')::int as payouts,
    count(*) filter (where o.state in ('paying', 'unknown'))::int as unknown,
    count(*) filter (where o.state = 'ready' and o.kind = 'return')::int as parcels,
    count(*) filter (where o.state = 'ready' and o.kind in ('exchange', 'gift', 'size-change'))::int as sendings
  from operations o where o.shop_id = $1 and o.state in ('waiting', 'ready', 'paying', 'unknown')`;
