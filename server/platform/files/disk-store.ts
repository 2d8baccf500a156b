/** The file store in a folder: `<shop>/<first two of the hash>/<hash>`; what is being received lies apart until it is whole. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refused, refuse } from '../../../core/refusal.ts';
import type { FileStore, Received, ReceiveOptions } from './file-store.ts';
import { headBytes, tailBytes } from './file-store.ts';

const arriving = 'arriving';

export function openDiskStore(folder: string): FileStore {
  return {
    async receive(shopId, source, options) {
      const path = join(folder, arriving, `${uuidOnly(shopId)}.${randomUUID()}`);
      try {
        await mkdir(dirname(path), { recursive: true });
        const handle = await open(path, 'wx+', 0o600);
        try {
          const written = await write(handle, source, options);
          return { ...written, ...endings(path, placeOf(shopId, written.hash)) };
        } finally {
          await handle.close();
        }
      } catch (error) {
        await rm(path, { force: true });
        throw explained(error);
      }
    },

    async open(shopId, hash) {
      const path = placeOf(shopId, hash);
      const found = await stat(path).catch(() => null);
      return found && { size: found.size, stream: createReadStream(path) };
    },

    range: (shopId, hash, start, end) => createReadStream(placeOf(shopId, hash), { start, end }),

    remove: (shopId, hash) => rm(placeOf(shopId, hash), { force: true }),

    async sweep(before) {
      const waiting = join(folder, arriving);
      for (const name of await readdir(waiting).catch(() => [])) {
        const found = await stat(join(waiting, name)).catch(() => null);
        if (found && found.mtimeMs < before) await rm(join(waiting, name), { force: true });
      }
    },
  };

  function placeOf(shopId: string, hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file');
    return join(folder, uuidOnly(shopId), hash.slice(0, 2), hash);
  }
}

async function write(
  handle: FileHandle,
  source: Readable,
  { limitBytes, inspect }: ReceiveOptions,
): Promise<Pick<Received, 'hash' | 'size' | 'head' | 'tail'>> {
  const digest = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  let inspected = false;
  // Whoever sends is still to be answered: the stream is left as it is where it ends early.
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) refuse({ code: 'too-large', limitBytes, what: 'file' });
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    if (!inspected && head.length === headBytes) {
      inspect(head);
      inspected = true;
    }
    digest.update(chunk);
    await handle.write(chunk);
  }
  if (!inspected) inspect(head);
  await handle.sync();
  const tail = Buffer.alloc(Math.min(size, tailBytes));
  await handle.read(tail, 0, tail.length, size - tail.length);
  return { hash: digest.digest('hex'), size, head, tail };
}

function endings(path: string, place: string): Pick<Received, 'keep' | 'discard'> {
  return {
    async keep() {
      await mkdir(dirname(place), { recursive: true });
      // The same bytes may lie there already; they are the same.
      await rename(path, place);
      const folder = await open(dirname(place));
      await folder.sync().finally(() => folder.close());
    },
    discard: () => rm(path, { force: true }),
  };
}

/** A full or broken disk is the desk's trouble, and the sender may try again; what went wrong is logged with it. */
function explained(error: unknown): unknown {
  if (error instanceof Refused) return error;
  const { code } = error as NodeJS.ErrnoException;
  const ours = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO', 'EMFILE'].includes(code ?? '');
  return ours ? new Refused({ code: 'unavailable', part: 'files' }) : error;
}

/** A path is made of it. */
function uuidOnly(shopId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(shopId)) throw new Error('not the id of a shop');
  return shopId;
}
