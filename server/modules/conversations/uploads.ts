/** Files on their way in: announced, received, kept; finished by whoever began them, and swept where nobody sends them. */
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import type { UploadAnswer } from '../../../core/api.ts';
import type { Attachment } from '../../../core/attachments.ts';
import { usualFileLimit } from '../../../core/attachments.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Received } from '../../platform/files/file-store.ts';
import { pictureSize } from '../../platform/files/picture-size.ts';
import { safeName } from '../../platform/files/safe-name.ts';
import type { FileType } from '../../platform/files/sniff.ts';
import { mayBe, sniff } from '../../platform/files/sniff.ts';
import type { Sender } from './attachments.ts';
import type { Conversations } from './context.ts';

/** Of one sender, unsent: more is no conversation but somebody's storage. */
const mostUnsent = 20;
/** A picture that is small as a file may still take a browser's whole memory. */
const mostPixels = 50_000_000;
/** Long enough for a draft that waits over a weekend. */
const unsentForMs = 72 * 3600_000;

export async function beginUpload(
  { pool, shops, now }: Conversations,
  sender: Sender,
  { name, size }: { name: string; size: number },
): Promise<UploadAnswer> {
  const limitBytes = await limitOf(shops, sender.shopId);
  if (size > limitBytes) refuse({ code: 'too-large', limitBytes, what: 'file' });
  const attachmentId = uuid();
  await inShop(pool, sender.shopId, async (tx) => {
    await requireRoom(tx, sender, now());
    tx.send(
      `insert into attachments (shop_id, attachment_id, conversation_id, kind, uploader, uploader_id, state, name, created_at)
      values ($1, $2, $3, 'file', $4, $5, 'begun', $6, $7)`,
      [sender.shopId, attachmentId, sender.conversationId, sender.kind, sender.id, name, new Date(now())],
    );
  });
  return { attachmentId };
}

/** For one thing more that nobody has sent yet. */
export async function requireRoom(tx: Tx, sender: Sender, at: number): Promise<void> {
  const [unsent] = await tx.query<{ count: number }>(
    `select count(*)::int as count from attachments
    where shop_id = $1 and state <> 'posted' and uploader = $2 and uploader_id = $3 and created_at > $4`,
    [sender.shopId, sender.kind, sender.id, new Date(at - 3600_000)],
  );
  if (unsent!.count >= mostUnsent) refuse({ code: 'too-many', retryAfterSeconds: 600 });
}

/** The bytes. Sent again after a lost answer, they are received again and change nothing. */
export async function finishUpload(
  { pool, shops, files }: Conversations,
  sender: Pick<Sender, 'shopId' | 'kind' | 'id'>,
  attachmentId: string,
  source: () => Readable,
): Promise<Attachment> {
  const { shopId } = sender;
  const begun = await inShop(pool, shopId, (tx) => requireBegun(tx, sender, attachmentId));
  const limitBytes = await limitOf(shops, shopId);
  const received = await files.receive(shopId, source(), { limitBytes, inspect });
  try {
    const type = sniff(received) ?? unknownFile();
    const found = describe(received, type, begun.name);
    return await inShop(pool, shopId, async (tx) => {
      // The sweep may be about to remove the same bytes.
      await lockBytes(tx, shopId, received.hash);
      const [still] = await tx.query<{ state: string }>(
        'select state from attachments where shop_id = $1 and attachment_id = $2 for update',
        [shopId, attachmentId],
      );
      if (!still) refuse({ code: 'not-found', what: 'file' });
      if (still.state !== 'begun') refuse({ code: 'conflict', reason: 'attachment-sent' });
      await received.keep();
      const { kind, name, mime, size, width, height } = found;
      await tx.query(
        `update attachments set state = 'ready', kind = $3, name = $4, mime = $5, size = $6, width = $7, height = $8, hash = $9
        where shop_id = $1 and attachment_id = $2`,
        [shopId, attachmentId, kind, name, mime, size, width, height, received.hash],
      );
      return { attachmentId, ...found };
    });
  } catch (error) {
    await received.discard();
    throw error;
  }
}

/** Of one shop: what was announced or received and never sent, and waits in no held reply. Bytes go where nothing else needs them. */
export async function sweepUploads({ pool, files, now }: Conversations, shopId: string): Promise<void> {
  const gone = await inShop(pool, shopId, (tx) =>
    tx.query<{ hash: string | null }>(
      `delete from attachments a where shop_id = $1 and state <> 'posted' and created_at < $2 and not exists (
        select 1 from holds h where h.shop_id = a.shop_id and h.attachment_id = a.attachment_id and h.outcome is null)
      returning hash`,
      [shopId, new Date(now() - unsentForMs)],
    ),
  );
  await dropBytes(
    { pool, files },
    shopId,
    gone.flatMap((row) => row.hash ?? []),
  );
}

/** Where nothing else needs them. */
export async function dropBytes(
  { pool, files }: Pick<Conversations, 'pool' | 'files'>,
  shopId: string,
  hashes: string[],
): Promise<void> {
  for (const hash of new Set(hashes)) {
    await inShop(pool, shopId, async (tx) => {
      await lockBytes(tx, shopId, hash);
      const needed = await tx.query('select 1 from attachments where shop_id = $1 and hash = $2 limit 1', [
        shopId,
        hash,
      ]);
      if (needed.length === 0) await files.remove(shopId, hash);
    });
  }
}

async function requireBegun(
  tx: Tx,
  { shopId, kind, id }: Pick<Sender, 'shopId' | 'kind' | 'id'>,
  attachmentId: string,
): Promise<{ name: string }> {
  const [row] = await tx.query<{ name: string; state: string }>(
    `select name, state from attachments
    where shop_id = $1 and attachment_id = $2 and uploader = $3 and uploader_id = $4`,
    [shopId, attachmentId, kind, id],
  );
  if (!row) refuse({ code: 'not-found', what: 'file' });
  if (row.state !== 'begun') refuse({ code: 'conflict', reason: 'attachment-sent' });
  return row;
}

function describe(
  { head, size }: Received,
  { mime, picture, extensions }: FileType,
  name: string,
): Omit<Attachment, 'attachmentId'> {
  const pixels = picture ? pictureSize(mime, head) : null;
  if (picture && !pixels) unknownFile();
  if (pixels && pixels.width * pixels.height > mostPixels) {
    const limit = mostPixels / 10_000;
    refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'too-many-pixels', limit }] });
  }
  return {
    kind: picture ? 'image' : 'file',
    name: safeName(name, { extensions }),
    mime,
    size,
    width: pixels?.width ?? null,
    height: pixels?.height ?? null,
    card: null,
  };
}

function inspect(head: Buffer): void {
  if (!mayBe(head)) unknownFile();
}

function unknownFile(): never {
  return refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'unknown-file' }] });
}

async function limitOf(shops: Conversations['shops'], shopId: string): Promise<number> {
  return (await shops.get(shopId)).settings.fileLimitBytes ?? usualFileLimit;
}

async function lockBytes(tx: Tx, shopId: string, hash: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${shopId} ${hash}`]);
}
