/**
 * What a source tells of a line of which the desk swapped some units: as long as it counts them all to the line as before, or
 * takes the swap up in its own way (fewer of the one, a new line of the other), both lines stand.
 */
import { shareOfUnits } from '../../../../core/commerce/desk-changes/share-of-units.ts';
import { sourceWord } from '../../../../core/commerce/desk-changes/source-word.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { GatheredOrder } from '../importing/gather-orders.ts';
import type { ImportTarget } from '../importing/storing.ts';
import type { Apart, DeskChange, LineContent } from './changes.ts';
import { moveChange } from './changes.ts';
import type { SaidLine, SaidLines } from './said-line.ts';
import { asItIs, overtake, saidAs, wordsOf } from './said-line.ts';
import { putTogether } from './units-apart.ts';

export function againstApart<Told extends GatheredOrder>(
  tx: Tx,
  { shopId, now }: ImportTarget,
  told: Told,
  change: DeskChange & { part: 'line' },
  known: ReadonlySet<string>,
): Told {
  const { operationId, orderId, lineKey, line, changedAt } = change;
  const { source, made } = line;
  const apart = line.apart!;
  const saidKey = saidAs(told.lines, change, known);
  const said = saidKey === null ? undefined : told.lines.get(saidKey);
  if (saidKey === null || !said) return told;
  const toldKey = saidKey === lineKey ? undefined : saidKey;
  const hasTaken = said['quantity'] === made.quantity;
  const theirs = apart.toldKey ?? (hasTaken ? likeApart(told.lines, apart.content, known) : undefined);
  const saidApart = theirs === undefined ? undefined : told.lines.get(theirs);

  const found = sourceWord(
    wordsOf(said),
    { source: { ...source }, made: { ...made }, changedAt },
    told.toldAt,
  );
  const itself = { ...apart.content };
  const ofApart = saidApart
    ? sourceWord(wordsOf(saidApart), { source: itself, made: itself, changedAt }, told.toldAt)
    : found;
  const rest = [...told.lines].filter(([key]) => key !== saidKey);
  if (found.word === 'overtaken' || ofApart.word === 'overtaken') {
    putTogether(
      tx,
      shopId,
      { orderId, lineKey, apartKey: apart.lineKey, withPaid: said['quantity'] !== made.quantity },
      now(),
    );
    overtake(tx, shopId, { orderId, operationId, part: 'line', toldKey }, now());
    return { ...told, lines: new Map(rest).set(lineKey, said) };
  }

  const isNew = theirs !== undefined && saidApart !== undefined && theirs !== apart.toldKey;
  if (toldKey !== undefined || found.source !== source || isNew)
    moveChange(tx, shopId, operationId, 'stands', {
      toldKey,
      line: {
        source: { ...source, ...found.source } as LineContent,
        made,
        apart: theirs === undefined ? apart : { ...apart, toldKey: theirs },
      },
    });
  const lines = new Map(rest.filter(([key]) => key !== theirs));
  for (const [key, one] of bothOf(said, saidApart, lineKey, made, apart)) lines.set(key, one);
  return { ...told, lines };
}

/** A line that the order does not have, of just what was set apart. */
function likeApart(
  lines: SaidLines,
  { skuCode, spec, quantity }: LineContent,
  known: ReadonlySet<string>,
): string | undefined {
  const like = [...lines].filter(
    ([key, one]) =>
      !known.has(key) &&
      one['quantity'] === quantity &&
      (one['sku_code'] === null ? one['spec'] === spec : one['sku_code'] === skuCode),
  );
  return like.length === 1 ? like[0]![0] : undefined;
}

/** Their quantities are the desk's; what was paid for both together is shared, unless the source tells of each. */
function bothOf(
  said: SaidLine,
  saidApart: SaidLine | undefined,
  lineKey: string,
  made: LineContent,
  { lineKey: apartKey, content: { quantity } }: Apart,
): [string, SaidLine][] {
  const { rest, apart } =
    said['quantity'] === made.quantity
      ? { rest: moneyOf(said), apart: moneyOf(saidApart ?? nothing) }
      : shareOfUnits(moneyOf(said), quantity, made.quantity + quantity);
  const { state_said } = saidApart ?? said;
  return [
    [lineKey, { ...said, ...asItIs, quantity: made.quantity, ...columnsOf(rest) }],
    [apartKey, { ...asItIs, quantity, state_said: state_said ?? null, ...columnsOf(apart) }],
  ];
}

const nothing: SaidLine = {};
type Money = Parameters<typeof shareOfUnits>[0];
const moneyOf = (said: SaidLine): Money => ({
  paidFen: (said['paid_fen'] as number | null | undefined) ?? null,
  refundedFen: (said['refunded_fen'] as number | null | undefined) ?? null,
});
const columnsOf = ({ paidFen, refundedFen }: Money) => ({ paid_fen: paidFen, refunded_fen: refundedFen });
