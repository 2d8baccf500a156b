/** What each shop system can be asked, and how its calls are known to be its own. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import type { SourceKeys, SourceTrouble } from '../../../../core/commerce/source-api.ts';
import type { GuardedFetch } from '../../../platform/http/guarded-fetch.ts';
import type { Cursor } from './cursor.ts';

export interface Platform {
  /** How a person may write its address; what is called is its beginning alone. Refuses none: it may be wrong. */
  addressOf(written: string): string;
  /** Whether the keys at hand are all that it takes. */
  missingKeys(keys: SourceKeys): string[];
  /** Opens what the keys open; throws its trouble. */
  greet(call: Call): Promise<{ currency: string }>;
  /** One page of what was changed since. Throws its trouble. */
  read(call: Call, cursor: Cursor): Promise<Page>;
  hook: {
    /** The header that its signature stands in. */
    signature: string;
    /** What tells one call from another, where it says so. */
    idOf(headers: IncomingHttpHeaders): string | null;
    /** What a call tells of; null: nothing for us. */
    kindsOf(headers: IncomingHttpHeaders): readonly ImportKind[] | null;
    /** Asks whether anybody is here, unsigned, and says nothing. */
    isPing(headers: IncomingHttpHeaders, body: Buffer): boolean;
  };
}

export interface Call {
  sourceId: string;
  fetch: GuardedFetch;
  address: string;
  keys: SourceKeys;
  now(): number;
}

export interface Page {
  /** Each kind of row is looked for in them. */
  kinds: readonly ImportKind[];
  records: unknown[];
  /** Its word for the next page; null: there is none. */
  page: string | null;
  /** By the platform's clock; null: it did not say. */
  at: number | null;
  /** How long it asks to be left alone before the next. */
  waitMs: number;
}

/** What is wrong with a source, for whoever looks after it. */
export class Troubled extends Error {
  readonly trouble: SourceTrouble;
  /** How long it asked to be left alone; null: it did not say. */
  readonly waitMs: number | null;

  constructor(trouble: SourceTrouble, waitMs: number | null = null, options?: ErrorOptions) {
    super(`the source is in trouble: ${trouble}`, options);
    this.trouble = trouble;
    this.waitMs = waitMs;
  }
}

/** The page that was asked for is none any more. */
export class PageGone extends Error {}
