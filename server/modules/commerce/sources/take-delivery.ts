/**
 * A call of a source: taken where it signed every byte of it, once. Calls come twice and in any order: what they say is
 * known by its own time of change, and a parcel whose order is not here yet brings the next reading forward.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { inShop } from '../../../platform/database/pool.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Sources } from './context.ts';
import type { Platform } from './platform.ts';
import { platforms } from './platforms.ts';
import type { SourceRow } from './source-rows.ts';
import { oneWriter } from '../importing/storing.ts';
import { keysOf, readSource } from './source-rows.ts';
import { readRecords } from './store-records.ts';

export interface Delivery {
  slug: string;
  sourceId: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Platforms try for two days at most; what is told still later a reading has brought long ago. */
const takenForMs = 3 * 24 * 3600_000;
const knownForMs = 7 * 24 * 3600_000;

export async function takeDelivery(sources: Sources, delivery: Delivery): Promise<{ taken: boolean }> {
  const { pool, vault, now } = sources;
  const { slug, sourceId, headers, body } = delivery;
  const shopId = await sources.shopBySlug(slug);
  const row = shopId && (await inShop(pool, shopId, (tx) => readSource(tx, shopId, sourceId)));
  if (!row) refuse({ code: 'not-found', what: 'source' });
  const { hook } = platforms[row.kind];
  if (hook.isPing(headers, body)) return { taken: false };
  if (!isSigned(keysOf(vault, row)['hookSecret'], headers[hook.signature], body)) {
    await noteForged(sources, shopId, row);
    refuse({ code: 'unauthenticated' });
  }
  const kinds = hook.kindsOf(headers);
  const record = kinds && parsed(body);
  if (!record || row.state !== 'on' || isOld(record, now())) return { taken: false };
  const target = { pool, vault, shopId, source: row.name, now };
  const store = readRecords(target, { kinds, records: [record], currency: row.currency });
  return inShop(pool, shopId, async (tx) => {
    await oneWriter(tx, shopId);
    const keys = [shopId, sourceId, keysOfDelivery(hook, headers, body)];
    const known = await tx.query(
      'select 1 from source_deliveries where shop_id = $1 and source_id = $2 and delivery_key = any($3::bytea[])',
      keys,
    );
    if (known.length > 0) return { taken: false };
    tx.send(
      `insert into source_deliveries (shop_id, source_id, delivery_key, at)
      select $1, $2, key, $4 from unnest($3::bytea[]) as key`,
      [...keys, new Date(now())],
    );
    const { stored } = await store(tx);
    tx.send(
      `update sources set hook_at = $3::timestamptz, told_at = case when failing_since is null then greatest($3, told_at) else told_at end,
        next_pull_at = case when $4::boolean then least(next_pull_at, $3) else next_pull_at end
      where shop_id = $1 and source_id = $2`,
      [shopId, sourceId, new Date(now()), stored.faults.some(({ fault }) => fault.why === 'unknown-order')],
    );
    return { taken: true };
  });
}

/** By its own name for it, which is not signed, and by what it says, which is. */
function keysOfDelivery(hook: Platform['hook'], headers: IncomingHttpHeaders, body: Buffer): Buffer[] {
  const id = hook.idOf(headers);
  const topic = JSON.stringify(hook.kindsOf(headers));
  return [
    createHash('sha256').update(`body\n${topic}\n`).update(body).digest(),
    ...(id === null ? [] : [createHash('sha256').update(`id\n${id}`).digest()]),
  ];
}

function isSigned(secret: string | undefined, said: string | string[] | undefined, body: Buffer): boolean {
  if (!secret || typeof said !== 'string') return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(said, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function noteForged({ pool, now, onFailure }: Sources, shopId: string, row: SourceRow): Promise<void> {
  const { sourceId, name } = row;
  await inShop(pool, shopId, async (tx) =>
    tx.send('update sources set forged = forged + 1, forged_at = $3 where shop_id = $1 and source_id = $2', [
      shopId,
      sourceId,
      new Date(now()),
    ]),
  );
  onFailure(new Error(`a call in the name of ${name} (${sourceId}) was not signed by it, and was refused`));
}

function parsed(body: Buffer): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return read !== null && typeof read === 'object' && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** By the time that is signed with it. */
function isOld(record: Record<string, unknown>, now: number): boolean {
  const said = record['updated_at'] ?? record['date_modified_gmt'] ?? record['created_at'];
  const at =
    typeof said === 'string'
      ? Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/.test(said) ? said : `${said}Z`)
      : Number.NaN;
  return !Number.isNaN(at) && now - at > takenForMs;
}

/** Those of which none would be taken again. */
export const forgetDeliveries = ({ pool, now }: Sources, shopId: string): Promise<void> =>
  inShop(pool, shopId, async (tx) =>
    tx.send('delete from source_deliveries where shop_id = $1 and at < $2', [
      shopId,
      new Date(now() - knownForMs),
    ]),
  );
