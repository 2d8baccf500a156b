/**
 * Where the bytes of files lie, under a shop and the hash of what is in them. Rows say whose they are and who may see them;
 * the store knows nothing of either.
 */
import type { Readable } from 'node:stream';

export interface FileStore {
  /**
   * Takes a stream to its end. Where it grows over the limit, `accepts` says no to how it begins, or the disk is full,
   * it refuses and leaves nothing behind.
   */
  receive(shopId: string, source: Readable, options: ReceiveOptions): Promise<Received>;
  /** null: there is no such file. */
  open(shopId: string, hash: string): Promise<{ size: number; stream: Readable } | null>;
  /** From the byte of `start` to that of `end`, of one that is there. */
  range(shopId: string, hash: string, start: number, end: number): Readable;
  remove(shopId: string, hash: string): Promise<void>;
  /** Removes what was being received when a server died. */
  sweep(before: number): Promise<void>;
}

export interface ReceiveOptions {
  limitBytes: number;
  /** Asked once, with the first bytes: `headBytes` of them, or all where the file is shorter. Throws its refusal. */
  inspect(head: Buffer): void;
}

/** It lies on the disk, under no name yet. */
export interface Received {
  hash: string;
  size: number;
  /** Its first and its last bytes. */
  head: Buffer;
  tail: Buffer;
  /** Puts it under its hash, for good. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

export const headBytes = 64 * 1024;
export const tailBytes = 256 * 1024;
