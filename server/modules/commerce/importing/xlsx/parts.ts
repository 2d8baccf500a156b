/** The parts of a spreadsheet, as they are packed together. What would unpack to more than a sheet can be is refused before it is unpacked. */
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import type { SourceFile } from '../table.ts';
import { NoTable } from '../no-table.ts';

export interface Parts {
  has(name: string): boolean;
  /** As text, while it is unpacked. */
  open(name: string): AsyncGenerator<string>;
  close(): void;
}

/** Of all that is packed in it. */
const largestUnpacked = 2 * 1024 * 1024 * 1024;
/** A sheet of one word a million times is packed some two hundredfold; what only pretends to be one, a thousandfold. */
const mostPacked = 300;
const small = 8 * 1024 * 1024;
const mostParts = 5000;

export async function openParts(file: SourceFile): Promise<Parts> {
  const zip = await open(file);
  const entries = await entriesOf(zip).catch((error) => {
    zip.close();
    throw error instanceof NoTable ? error : new NoTable('broken-sheet', { cause: error });
  });
  return {
    has: (name) => entries.has(name),
    async *open(name) {
      const entry = entries.get(name);
      if (!entry) throw new NoTable('broken-sheet');
      const decoder = new TextDecoder('utf-8');
      try {
        for await (const chunk of await streamOf(zip, entry))
          yield decoder.decode(chunk as Buffer, { stream: true });
        yield decoder.decode();
      } catch (error) {
        throw new NoTable('broken-sheet', { cause: error });
      }
    },
    close: () => zip.close(),
  };
}

class FileReader extends yauzl.RandomAccessReader {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super();
    this.#file = file;
  }

  /** `end`: behind the last. */
  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.range(start, end - 1);
  }
}

function open(file: SourceFile): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  yauzl.fromRandomAccessReader(new FileReader(file), file.size, options, (error, zip) =>
    error ? reject(new NoTable('broken-sheet', { cause: error })) : resolve(zip),
  );
  return promise;
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, Entry>>();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  zip.on('entry', (entry: Entry) => {
    unpacked += entry.uncompressedSize;
    const packed = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > small && packed > mostPacked) return reject(new NoTable('packed-sheet'));
    if (unpacked > largestUnpacked || entries.size > mostParts) return reject(new NoTable('packed-sheet'));
    if (entry.isEncrypted()) return reject(new NoTable('locked-sheet'));
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.on('end', () => resolve(entries));
  zip.on('error', reject);
  zip.readEntry();
  return promise;
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  return promise;
}
