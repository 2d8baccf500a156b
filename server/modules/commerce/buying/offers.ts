/** Offers beside the prices: made at the desk, ended there or by their time, and the rules of which go together. */
import { v7 as uuid } from 'uuid';
import type { NewOffer, OfferView } from '../../../../core/commerce/buying-api.ts';
import type { Offer, Stacking } from '../../../../core/commerce/price/offer.ts';
import { defaultStacking } from '../../../../core/commerce/price/offer.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { invalid, requireOrder } from './promotions.ts';

/** So many at once: every combination of them is tried for a basket. */
const mostRunning = 40;
const mostListed = 200;

const columns = `offer_id as "offerId", name, layer, form, currency, product_ids as "productIds", on_promoted as "onPromoted",
  alone, starts_at as "startsAt", ends_at as "endsAt"`;

export function listOffers(tx: Tx, shopId: string): Promise<OfferView[]> {
  return tx.query(
    `select ${columns}, ended_at as "endedAt",
      (select a.name from agents a where a.shop_id = $1 and a.agent_id = o.ended_by) as "endedByName",
      (select a.name from agents a where a.shop_id = $1 and a.agent_id = o.created_by) as "createdByName"
    from offers o where shop_id = $1 order by least(ends_at, ended_at) desc, offer_id limit ${mostListed}`,
    [shopId],
  );
}

export function runningOffers(tx: Tx, shopId: string, currency: string, now: number): Promise<Offer[]> {
  return tx.query(
    `select ${columns} from offers where shop_id = $1 and currency = $2 and starts_at <= $3 and ends_at > $3
      and (ended_at is null or ended_at > $3) order by offer_id limit ${mostRunning}`,
    [shopId, currency, new Date(now)],
  );
}

export async function addOffer(
  tx: Tx,
  { shopId, agentId }: Person,
  offer: NewOffer,
  now: number,
): Promise<{ offerId: string }> {
  const { name, layer, form, currency, productIds, onPromoted, alone, startsAt, endsAt } = offer;
  requireOrder(offer);
  if (form.form === 'off' && form.tiers.some(({ fromFen, offFen }) => fromFen > 0 && offFen > fromFen))
    invalid('offFen', 'not-allowed');
  await requireGoods(tx, shopId, productIds);
  // Two made at once both count.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [shopId]);
  const [count] = await tx.query<{ running: number }>(
    `select count(*)::int as running from offers where shop_id = $1 and ends_at > $2 and ended_at is null`,
    [shopId, new Date(now)],
  );
  if (count!.running >= mostRunning) refuse({ code: 'conflict', reason: 'offers-full' });
  const offerId = uuid();
  tx.send(
    `insert into offers (shop_id, offer_id, name, layer, form, currency, product_ids, on_promoted, alone, starts_at, ends_at,
      created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      shopId,
      offerId,
      name,
      layer,
      JSON.stringify(form),
      currency,
      productIds,
      onPromoted,
      alone,
      new Date(startsAt),
      new Date(endsAt),
      new Date(now),
      agentId,
    ],
  );
  return { offerId };
}

async function requireGoods(tx: Tx, shopId: string, productIds: readonly string[] | null): Promise<void> {
  if (productIds === null) return;
  const known = await tx.query('select 1 from products where shop_id = $1 and product_id = any($2::uuid[])', [
    shopId,
    productIds,
  ]);
  if (known.length < new Set(productIds).size) refuse({ code: 'not-found', what: 'product' });
}

export async function endOffer(
  tx: Tx,
  { shopId, agentId }: Person,
  offerId: string,
  now: number,
): Promise<void> {
  const [ended] = await tx.query<{ over: boolean }>(
    `update offers o set ended_at = case when before.over then o.ended_at else $3 end,
      ended_by = case when before.over then o.ended_by else $4 end
    from (select least(ends_at, ended_at) <= $3 as over from offers where shop_id = $1 and offer_id = $2 for update) before
    where o.shop_id = $1 and o.offer_id = $2 returning before.over`,
    [shopId, offerId, new Date(now), agentId],
  );
  if (!ended) refuse({ code: 'not-found', what: 'offer' });
  if (ended.over) refuse({ code: 'conflict', reason: 'promotion-ended' });
}

export async function stackingOf(
  tx: Tx,
  shopId: string,
): Promise<{ stacking: Stacking; stackingVersion: number }> {
  const [row] = await tx.query<{ stacking: Stacking; stackingVersion: number }>(
    'select stacking, version as "stackingVersion" from stackings where shop_id = $1 order by version desc limit 1',
    [shopId],
  );
  return row ?? { stacking: defaultStacking, stackingVersion: 0 };
}

export async function saveStacking(
  tx: Tx,
  { shopId, agentId }: Person,
  { stacking, basedOn }: { stacking: Stacking; basedOn: number },
  now: number,
): Promise<{ stackingVersion: number }> {
  const added = await tx.query(
    `insert into stackings (shop_id, version, stacking, saved_at, saved_by)
    select $1, $2 + 1, $3, $4, $5 where $2 = (select coalesce(max(version), 0) from stackings where shop_id = $1)
    on conflict do nothing returning version`,
    [shopId, basedOn, JSON.stringify(stacking), new Date(now), agentId],
  );
  if (added.length === 0) refuse({ code: 'conflict', reason: 'stacking-changed' });
  return { stackingVersion: basedOn + 1 };
}
