/**
 * What the shop's own data knows beside a conversation, for the standard: the goods in question (cards, orders, words), what this
 * customer is known by from their orders, and whether what stands in a draft is somebody else's.
 */
import { standardFacts } from '../../../core/commerce/standard-facts.ts';
import type { CustomerFacts, Facts } from '../../../core/standard/facts.ts';
import { soughtIn } from '../../../core/standard/rules/redline.privacy.sought.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Vault } from '../../platform/vault.ts';
import type { Catalogue } from '../commerce/index.ts';
import { agreedChanges, ownOrderIds, readOwnOrders, readProducts, whoseOrders } from '../commerce/index.ts';
import { familyOf, findByContact, knownBy } from '../customers/index.ts';
import type { Alive } from './live-facts.ts';
import { saidByCustomer } from './said-by-customer.ts';

export interface BesideDeps {
  pool: Pool;
  vault: Vault;
  catalogue: Catalogue;
  /** Look-ups of what may be somebody else's, by one person. */
  limit: RateLimit;
  now(): number;
}

export type BesideFacts = Required<Pick<Facts, 'products' | 'agreedChanges'>> & { customer: CustomerFacts };

export interface Beside {
  of(shopId: string, about: About): Promise<BesideFacts>;
  /** The places in a draft that are another customer's. Refuses with `too-many` whoever tries number after number. */
  others(
    person: { shopId: string; agentId: string },
    about: About,
    facts: Pick<Facts, 'customer' | 'turns'>,
    text: string,
  ): Promise<{ start: number; end: number }[]>;
}

export const aboutOf = ({ conversation, customer, turns }: Alive): About => ({
  conversationId: conversation.conversationId,
  customerId: conversation.customerId,
  episodeId: conversation.episode?.episodeId ?? null,
  customer,
  turns,
});

/** Which conversation, and what is known of its customer. */
export interface About {
  conversationId: string;
  customerId: string;
  /** null: none is open. */
  episodeId: string | null;
  customer: CustomerFacts;
  turns: Facts['turns'];
}

/** Orders and goods that count, the newest; what is read with every draft must stay small. */
const mostOrders = 5;
const mostGoods = 20;
/** So far back words name a product that is still in question. */
const mostTurns = 12;

export function openBeside({ pool, vault, catalogue, limit, now }: BesideDeps): Beside {
  return {
    async of(shopId, about) {
      if (!(await catalogue.isKept(shopId)))
        return { products: [], agreedChanges: [], customer: about.customer };
      const named = await catalogue.namedIn(
        shopId,
        about.turns.slice(-mostTurns).map(({ text }) => text),
      );
      return inShop(pool, shopId, (tx) => read(tx, vault, shopId, about, named, now()));
    },

    async others({ shopId, agentId }, about, facts, text) {
      const sought = soughtIn(text, facts);
      if (sought.length === 0) return [];
      for (let i = 0; i < sought.length; i++) limit.take(agentId);
      return inShop(pool, shopId, async (tx) => {
        const own = await ownIds(tx, vault, shopId, about);
        const whose = await whoseOrders(tx, vault, shopId, new Set(own), sought);
        const found = [];
        for (const [i, one] of sought.entries()) {
          const isOthers =
            whose[i] === 'other' ||
            (whose[i] === 'nobody' &&
              one.kind === 'number' &&
              (await isAnothersContact(tx, vault, shopId, about.customerId, one.values)));
          if (isOthers) found.push({ start: one.start, end: one.end });
        }
        return found;
      });
    },
  };
}

async function read(
  tx: Tx,
  vault: Vault,
  shopId: string,
  about: About,
  named: readonly string[],
  now: number,
): Promise<BesideFacts> {
  const [ids, cards] = await Promise.all([ownIds(tx, vault, shopId, about), goodsOnCards(tx, shopId, about)]);
  const own = ids.slice(0, mostOrders);
  const [orders, changes] = await Promise.all([
    readOwnOrders(tx, vault, shopId, own),
    agreedChanges(tx, shopId, own),
  ]);
  const goods = [...cards, ...named, ...orders.flatMap(({ goods: bought }) => bought)];
  const products = await readProducts(tx, shopId, [...new Set(goods)].slice(0, mostGoods));
  const { customer } = about;
  const also = (known: string[] | undefined, from: (string | null)[]) => [
    ...new Set([...(known ?? []), ...from.flatMap((value) => value ?? [])]),
  ];
  return {
    products: products.map((product) => standardFacts(product, now)),
    agreedChanges: changes,
    customer: {
      ...customer,
      phones: also(
        customer.phones,
        orders.map(({ phone }) => phone),
      ),
      addresses: also(
        customer.addresses,
        orders.map(({ address }) => address),
      ),
      orders: also(
        customer.orders,
        orders.map(({ number }) => number),
      ),
      receivers: also(
        customer.receivers,
        orders.map(({ receiver }) => receiver),
      ),
      parcels: also(
        customer.parcels,
        orders.flatMap(({ parcels }) => parcels),
      ),
    },
  };
}

async function ownIds(tx: Tx, vault: Vault, shopId: string, { customerId, conversationId }: About) {
  const [known, said] = await Promise.all([
    knownBy(tx, vault, shopId, customerId),
    saidByCustomer(tx, shopId, conversationId),
  ]);
  return ownOrderIds(tx, vault, shopId, known, said);
}

/** Of products whose cards were sent in this episode, the last first. */
async function goodsOnCards(tx: Tx, shopId: string, { conversationId, episodeId }: About): Promise<string[]> {
  if (episodeId === null) return [];
  const rows = await tx.query<{ id: string }>(
    `select a.card->>'id' as id from messages m
    join attachments a on a.shop_id = m.shop_id and a.attachment_id = m.attachment_id
    where m.shop_id = $1 and m.conversation_id = $2 and m.episode_id = $3 and a.kind = 'product'
    order by m.seq desc limit ${mostGoods}`,
    [shopId, conversationId, episodeId],
  );
  return rows.map(({ id }) => id);
}

async function isAnothersContact(tx: Tx, vault: Vault, shopId: string, customerId: string, values: string[]) {
  for (const value of values) {
    const owners = await findByContact(tx, vault, shopId, value);
    if (owners.length === 0) continue;
    const family = await familyOf(tx, shopId, customerId);
    return owners.every((owner) => !family.includes(owner.customerId));
  }
  return false;
}
