/** Another receiver, phone or address, by the desk: held against what the source says of them until it is undone. */
import type { Tx } from '../../../platform/database/pool.ts';
import type { Vault } from '../../../platform/vault.ts';
import type { Receiver } from '../change-receiver.ts';
import { changeReceiver, restoreReceiver } from '../change-receiver.ts';
import type { DeskChange } from './changes.ts';
import { changeBy, changesOf, insertChange, moveChange, openBoth, sealBoth } from './changes.ts';

interface Of {
  operationId: string;
  orderId: string;
}

/** False: the buyer was erased, and nothing is kept of them again. */
export async function holdReceiver(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { operationId, orderId }: Of,
  wanted: { [Part in keyof Receiver]: string | null },
  key: Buffer,
  at: number,
): Promise<boolean> {
  const former = await changeReceiver(tx, vault, shopId, orderId, wanted);
  if (!former) return false;
  const before = (await changesOf(tx, shopId, [orderId])).find(isHeld);
  if (before) moveChange(tx, shopId, before.operationId, 'replaced');
  // What the source brought since is the order's own; else it is what it had said before the first change.
  const source = (before?.state === 'stands' && openBoth(vault, key, before.sealed)?.source) || former;
  const made = { ...former, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)) };
  const sealed = sealBoth(vault, key, { source, made });
  const replaces = before?.operationId ?? null;
  insertChange(
    tx,
    shopId,
    { operationId, orderId, part: 'receiver', lineKey: null, line: null, sealed, replaces },
    at,
  );
  return true;
}

const isHeld = ({ part, state }: DeskChange) =>
  part === 'receiver' && (state === 'stands' || state === 'overtaken');

/** As before it; where the source has brought something new since, that stays. */
export async function letGoOfReceiver(
  tx: Tx,
  vault: Vault,
  shopId: string,
  change: DeskChange & { part: 'receiver' },
  key: Buffer | null,
): Promise<void> {
  const { operationId, orderId, state, replaces } = change;
  moveChange(tx, shopId, operationId, 'undone');
  const both = openBoth(vault, key, change.sealed);
  if (state !== 'stands' || !both || !key) return;
  const earlier = replaces === null ? null : await changeBy(tx, shopId, replaces);
  const theirs = earlier && openBoth(vault, key, earlier.sealed);
  await restoreReceiver(tx, vault, shopId, orderId, theirs ? theirs.made : both.source);
  if (earlier && theirs)
    moveChange(tx, shopId, earlier.operationId, 'stands', {
      sealed: sealBoth(vault, key, { source: both.source, made: theirs.made }),
    });
}

/** The desk's again, against what the source says now. */
export async function holdReceiverAgain(
  tx: Tx,
  vault: Vault,
  shopId: string,
  { operationId, orderId, sealed }: DeskChange & { part: 'receiver' },
  key: Buffer | null,
  at: number,
): Promise<boolean> {
  const both = openBoth(vault, key, sealed);
  if (!both || !key) return false;
  const { receiver = null, phone = null, address = null } = both.made;
  const source = await changeReceiver(tx, vault, shopId, orderId, { receiver, phone, address });
  if (!source) return false;
  const again = sealBoth(vault, key, { source, made: both.made });
  moveChange(tx, shopId, operationId, 'stands', { sealed: again, changedAt: at });
  return true;
}
