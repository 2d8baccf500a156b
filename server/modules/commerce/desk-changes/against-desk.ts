/** What a source tells of orders in which the desk changed something: there the change stands, until the source says something new. */
import type { KeyObject } from 'node:crypto';
import { sourceWord } from '../../../../core/commerce/desk-changes/source-word.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { GatheredOrder } from '../importing/gather-orders.ts';
import type { ImportTarget } from '../importing/storing.ts';
import { againstApart } from './against-apart.ts';
import type { DeskChange, LineChange, LineContent } from './changes.ts';
import { changesOf, moveChange, openBoth, sealBoth } from './changes.ts';
import { asItIs, overtake, saidAs, wordsOf } from './said-line.ts';

export interface ToldOrder<Told extends GatheredOrder> {
  orderId: string;
  /** The buyer's; null: erased. */
  key: KeyObject | null;
  told: Told;
}

/** Behind the orders' locks: what is read of them here is what stands until they are written. */
export async function againstDesk<Told extends GatheredOrder>(
  tx: Tx,
  target: ImportTarget,
  orders: readonly ToldOrder<Told>[],
): Promise<Map<string, { sealed: Buffer | null; told: Told }>> {
  const { shopId } = target;
  if (orders.length === 0) return new Map();
  const ids = orders.map(({ orderId }) => orderId);
  const locked = await tx.query<{ id: string; sealed: Buffer | null }>(
    `select order_id as id, sealed from orders where shop_id = $1 and order_id = any($2::uuid[])
    order by order_id for no key update`,
    [shopId, ids],
  );
  const sealed = new Map(locked.map((one) => [one.id, one.sealed]));
  const changes = (await changesOf(tx, shopId, ids)).filter(isFollowed);
  const known = await lineKeysOf(tx, shopId, changes);
  return new Map(
    orders.map((one) => {
      const own = changes.filter(({ orderId }) => orderId === one.orderId);
      const told = own.reduce<Told>(
        (so, change) =>
          change.part === 'receiver'
            ? againstReceiver(tx, target, { ...one, told: so }, change)
            : change.line.apart && change.state === 'stands'
              ? againstApart(tx, target, so, change, known.get(one.orderId)!)
              : againstLine(tx, target, so, change, known.get(one.orderId)!),
        one.told,
      );
      return [one.orderId, { sealed: sealed.get(one.orderId) ?? null, told }];
    }),
  );
}

/** Also what no longer holds, where the source calls the line by another key since. */
const isFollowed = ({ state, toldKey }: DeskChange) =>
  state === 'stands' || state === 'overtaken' || toldKey !== null;

async function lineKeysOf(
  tx: Tx,
  shopId: string,
  changes: readonly DeskChange[],
): Promise<Map<string, Set<string>>> {
  const ids = [...new Set(changes.flatMap(({ part, orderId }) => (part === 'line' ? orderId : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ orderId: string; key: string }>(
    'select order_id as "orderId", line_key as key from order_lines where shop_id = $1 and order_id = any($2::uuid[])',
    [shopId, ids],
  );
  const keys = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { orderId, key } of rows) keys.get(orderId)!.add(key);
  return keys;
}

function againstReceiver<Told extends GatheredOrder>(
  tx: Tx,
  { vault, shopId, now }: ImportTarget,
  { orderId, key, told }: ToldOrder<Told>,
  { state, operationId, changedAt, sealed }: DeskChange & { part: 'receiver' },
): Told {
  const both = openBoth(vault, key, sealed);
  if (state !== 'stands' || !both || !key) return told;
  const { receiver, phone, address, ...others } = told.personal;
  const found = sourceWord({ receiver, phone, address }, { ...both, changedAt }, told.toldAt);
  if (found.word === 'overtaken') {
    overtake(tx, shopId, { orderId, operationId, part: 'receiver' }, now());
    return told;
  }
  if (found.source !== both.source)
    moveChange(tx, shopId, operationId, 'stands', {
      sealed: sealBoth(vault, key, { source: found.source as typeof both.source, made: both.made }),
    });
  return { ...told, personal: others };
}

function againstLine<Told extends GatheredOrder>(
  tx: Tx,
  { shopId, now }: ImportTarget,
  told: Told,
  change: DeskChange & { part: 'line' },
  known: ReadonlySet<string>,
): Told {
  const { state, operationId, orderId, lineKey, line, changedAt } = change;
  const saidKey = saidAs(told.lines, change, known);
  const said = saidKey === null ? undefined : told.lines.get(saidKey);
  if (saidKey === null || !said) return told;
  const toldKey = saidKey === lineKey ? undefined : saidKey;
  const lines = new Map([...told.lines].filter(([key]) => key !== saidKey));
  if (state !== 'stands') return { ...told, lines: lines.set(lineKey, said) };
  const found = sourceWord(wordsOf(said), { ...both(line), changedAt }, told.toldAt);
  if (found.word === 'overtaken') {
    overtake(tx, shopId, { orderId, operationId, part: 'line', toldKey }, now());
    return { ...told, lines: lines.set(lineKey, said) };
  }
  if (toldKey !== undefined || found.source !== line.source)
    moveChange(tx, shopId, operationId, 'stands', {
      toldKey,
      line: { ...line, source: { ...line.source, ...found.source } as LineContent },
    });
  const { quantity: agreed } = line.made;
  return { ...told, lines: lines.set(lineKey, { ...said, ...asItIs, quantity: agreed }) };
}

const both = ({ source, made }: LineChange) => ({ source: { ...source }, made: { ...made } });
