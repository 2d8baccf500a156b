/** Orders of a batch: each once, however often its file comes in; what a file does not say stays as it was. */
import type { KeyObject } from 'node:crypto';
import { createSecretKey } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { arrayOf } from '../../../platform/database/columns.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { newId } from '../../../platform/random.ts';
import type { Vault } from '../../../platform/vault.ts';
import {
  accountIndex,
  addressIndex,
  externalIndex,
  nameIndex,
  numberIndex,
  phoneIndex,
  tailIndex,
} from '../blind.ts';
import { againstDesk } from '../desk-changes/against-desk.ts';
import type { GatheredOrder, Personal } from './gather-orders.ts';
import { gatherOrders } from './gather-orders.ts';
import type { OrderRows, Row } from './order-statements.ts';
import { addBuyers, addOrders, changeOrders } from './order-statements.ts';
import type { ImportTarget, ReadRow, Stored } from './storing.ts';
import { isOlder } from './storing.ts';
import { iso } from './rows.ts';

export function storeOrders(target: ImportTarget, rows: ReadRow[]): (tx: Tx) => Promise<Stored> {
  const { vault, shopId, source } = target;
  const gathered = gatherOrders(rows).map((one) => ({
    ...one,
    index: numberIndex(vault, shopId, one.number),
    external: one.externalId === null ? null : externalIndex(vault, shopId, source, one.externalId),
    fingerprint: vault.blindIndex(shopId, 'order as told', told(one)),
  }));
  return (tx) => write(tx, target, gathered);
}

type Indexed = GatheredOrder & { index: Buffer; external: Buffer | null; fingerprint: Buffer };

async function write(tx: Tx, target: ImportTarget, gathered: Indexed[]): Promise<Stored> {
  const standing = await readKnown(
    tx,
    target,
    gathered.map((one) => one.index),
  );
  const fresh = gathered.filter((one) => {
    const before = standing.get(one.index.toString('hex'));
    return !before || (!before.fingerprint.equals(one.fingerprint) && !isOlder(one.toldAt, before.toldAt));
  });
  const added = fresh.filter(({ index }) => !standing.has(index.toString('hex')));
  const keys = await buyersOf(tx, target, added);
  const followed = await againstDesk(
    tx,
    target,
    fresh.flatMap((told) => {
      const before = standing.get(told.index.toString('hex'));
      return before ? { ...before, told } : [];
    }),
  );
  for (let from = 0; from < fresh.length; from += sealedAtOnce) {
    const some = fresh.slice(from, from + sealedAtOnce);
    writeSome(tx, target, some, { standing, followed, keys });
    // What was sealed is on its way: the database writes it while the next are sealed, and messages go first.
    await nextTurn();
  }
  return {
    added: added.length,
    changed: fresh.length - added.length,
    unchanged: gathered.length - fresh.length,
    faults: [],
  };
}

const sealedAtOnce = 200;

function writeSome(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  some: Indexed[],
  { standing, followed, keys }: WhatIsKnown,
): void {
  const [first, again]: [OrderRows, OrderRows] = [noRows(), noRows()];
  for (const each of some) {
    const before = standing.get(each.index.toString('hex'));
    const { told: one, sealed } = (before && followed.get(before.orderId)) ?? { told: each, sealed: null };
    const { buyerId, key } = before ?? keys.get(one.number)!;
    const orderId = before?.orderId ?? newId();
    // Of an erased buyer nothing is kept again.
    const personal = key && { ...opened(vault, key, sealed), ...one.personal };
    const { orders, lines, parcels } = before ? again : first;
    orders.push({
      order_id: orderId,
      buyer_id: buyerId,
      number_index: one.index,
      external_index: one.external,
      told_at: iso(one.toldAt),
      sealed: personal && vault.seal(Buffer.from(JSON.stringify(personal)), key),
      ...indexes(vault, shopId, personal ?? {}),
      ...one.order,
      fingerprint: one.fingerprint,
    });
    for (const [line_key, line] of one.lines)
      lines.push({ order_id: orderId, line_key, ...line, placed_at: one.order['placed_at'] });
    for (const [tracking_no, parcel] of one.parcels)
      parcels.push({ shipment_id: newId(), order_id: orderId, tracking_no, ...parcel });
  }
  addOrders(tx, shopId, source, first);
  changeOrders(tx, shopId, source, again);
}

interface WhatIsKnown {
  /** By the index of their number. */
  standing: Map<string, Known>;
  /** As the desk's own changes leave it, by the order's id. */
  followed: Awaited<ReturnType<typeof againstDesk<Indexed>>>;
  /** Of those that are new, by their number. */
  keys: Map<string, Buyer>;
}

const noRows = (): OrderRows => ({ orders: [], lines: [], parcels: [] });

interface Buyer {
  buyerId: string;
  /** null: erased. */
  key: KeyObject | null;
}

interface Known extends Buyer {
  orderId: string;
  fingerprint: Buffer;
  toldAt: number | null;
}

async function readKnown(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  indexes: Buffer[],
): Promise<Map<string, Known>> {
  const rows = await tx.query<{
    number_index: Buffer;
    order_id: string;
    buyer_id: string;
    fingerprint: Buffer;
    told_at: number | null;
    key_sealed: Buffer | null;
  }>(
    `select o.number_index, o.order_id, o.buyer_id, o.fingerprint, o.told_at, b.key_sealed
    from orders o join buyers b on b.shop_id = o.shop_id and b.buyer_id = o.buyer_id
    where o.shop_id = $1 and o.source = $2 and o.number_index = any($3::bytea[])`,
    [shopId, source, arrayOf('bytea', indexes)],
  );
  return new Map(
    rows.map((row) => [
      row.number_index.toString('hex'),
      {
        orderId: row.order_id,
        buyerId: row.buyer_id,
        fingerprint: row.fingerprint,
        toldAt: row.told_at,
        key: row.key_sealed && createSecretKey(vault.open(row.key_sealed)),
      },
    ]),
  );
}

/** Whose each new order is: the same account, else the same phone, is the same buyer. By the order's number. */
async function buyersOf(
  tx: Tx,
  { vault, shopId, source }: ImportTarget,
  orders: GatheredOrder[],
): Promise<Map<string, Buyer>> {
  const identities = new Map(
    orders.map(({ number, personal: { account, phone } }) => {
      const identity = account
        ? `account ${source} ${account}`
        : phone
          ? `phone ${phone}`
          : `order ${source} ${number}`;
      return [number, vault.blindIndex(shopId, 'buyer', identity)];
    }),
  );
  const all = new Map([...identities.values()].map((index) => [index.toString('hex'), index]));
  const wanted = arrayOf('bytea', [...all.values()]);
  const find = () =>
    tx.query<{ buyer_id: string; identity_index: Buffer; key_sealed: Buffer | null }>(
      'select buyer_id, identity_index, key_sealed from buyers where shop_id = $1 and identity_index = any($2::bytea[])',
      [shopId, wanted],
    );
  const known = new Map<string, Buyer>();
  for (const { buyer_id, identity_index, key_sealed } of await find())
    known.set(identity_index.toString('hex'), {
      buyerId: buyer_id,
      key: key_sealed && createSecretKey(vault.open(key_sealed)),
    });
  const fresh: Row[] = [];
  for (const [hex, index] of all) {
    if (known.has(hex)) continue;
    const buyerId = newId();
    const key = vault.newKey();
    known.set(hex, { buyerId, key: createSecretKey(key) });
    fresh.push({ buyer_id: buyerId, identity_index: index, key_sealed: vault.seal(key) });
  }
  if (fresh.length > 0) addBuyers(tx, shopId, fresh);
  return new Map([...identities].map(([number, index]) => [number, known.get(index.toString('hex'))!]));
}

/** What was known of it before. */
const opened = (vault: Vault, key: KeyObject, sealed: Buffer | null): Partial<Personal> =>
  sealed ? JSON.parse(vault.open(sealed, key).toString('utf8')) : {};

function indexes(vault: Vault, shopId: string, { account, receiver, phone, address }: Partial<Personal>) {
  return {
    account_index: account ? accountIndex(vault, shopId, account) : null,
    name_index: receiver ? nameIndex(vault, shopId, receiver) : null,
    phone_index: phone ? phoneIndex(vault, shopId, phone) : null,
    phone_tail_index: phone ? tailIndex(vault, shopId, phone.slice(-4)) : null,
    address_index: addressIndex(vault, shopId, address),
  };
}

const told = ({ personal, order, lines, parcels, toldAt }: GatheredOrder): string =>
  JSON.stringify([personal, order, [...lines], [...parcels], ...(toldAt === null ? [] : [toldAt])]);
