/**
 * Shop systems that tell of their orders by themselves.
 * GET /sources → SourceView[] · POST /sources NewSource → 201 SourceView · PUT /sources/:id SourceChange → SourceView
 * POST /sources/:id/test → SourceView · POST /sources/:id/pull → SourceView · DELETE /sources/:id · GET /sources/:id/changes
 * They call POST /hooks/:shop/:sourceId themselves, with a signature over every byte of the body.
 */

export const sourceKinds = ['shopify', 'woocommerce'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Why one could not be read. */
export const sourceTroubles = [
  'malformed', // no https address
  'no-address',
  'private',
  'redirect',
  'refused',
  'timeout',
  'tls',
  'key',
  'scope', // the key is good but may not read this
  'not-found', // there is no such interface at the address
  'busy',
  'server',
  'no-answer', // not in the form that it should have
  'too-large',
] as const;
export type SourceTrouble = (typeof sourceTroubles)[number];

/** Which keys each is opened with. `hookSecret` is what it signs its calls with. */
export const sourceKeys = {
  shopify: ['clientId', 'clientSecret', 'accessToken', 'hookSecret'],
  woocommerce: ['consumerKey', 'consumerSecret', 'hookSecret'],
} as const satisfies Record<SourceKind, readonly string[]>;
export type SourceKeys = Record<string, string>;

export interface NewSource {
  kind: SourceKind;
  address: string;
  keys: SourceKeys;
}

/** Keys that are left out stay as they are. */
export interface SourceChange {
  address?: string;
  keys?: SourceKeys;
  state?: SourceView['state'];
}

/** Keys never come back; `has` tells which are kept. */
export interface SourceView {
  sourceId: string;
  kind: SourceKind;
  name: string;
  address: string;
  currency: string;
  has: string[];
  state: 'on' | 'paused';
  /** What its calls are sent to: behind the desk's own address. */
  hookPath: string;
  standing: SourceStanding;
  /** How many rows the reading at hand has brought; null: none is going on. */
  reading: { stage: string; records: number } | null;
  /** Everything there is was read once. */
  completeAt: number | null;
  hookAt: number | null;
  forged: number;
  forgedAt: number | null;
  nextAt: number;
}

export interface SourceStanding {
  /** When it last had nothing more to say, or said something itself. */
  toldAt: number | null;
  failingSince: number | null;
  trouble: SourceTrouble | null;
}

export interface SourceWrite {
  what: 'connected' | 'changed' | 'paused' | 'resumed' | 'removed';
  byName: string;
  at: number;
}
