/**
 * Who a visitor is, as the shop signed for it: a short-lived JWT (HS256) with the shop, the key's id and an expiry.
 * A bare HMAC of the customer's id would be good for ever once seen.
 */
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import type { OrderState } from '../../../core/team/routing.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { line } from '../../platform/sockets/frames.ts';
import type { Vault } from '../../platform/vault.ts';

export interface Identity {
  externalId: string;
  name: string | null;
  phones: string[];
  addresses: string[];
  orders: string[];
  orderState: OrderState | null;
}

/** Longer-lived tokens are refused: they would outlive a stolen page. */
export const longestLifeSeconds = 3600;
/** The shop's clock may be this far ahead of ours. */
const clockSkewSeconds = 60;

const claims = z.object({
  sub: line(200).min(1),
  iat: z.number(),
  exp: z.number(),
  name: line(100).optional(),
  phones: z.array(line(40)).max(20).default([]),
  addresses: z.array(line(300)).max(20).default([]),
  orders: z.array(line(60)).max(200).default([]),
  order_state: z.enum(['unpaid', 'paid', 'dispatched', 'received', 'returning']).optional(),
});

/** `keys` are those of the shop that the widget named; one signed for another shop does not pass. */
export async function readIdentity(
  token: string,
  shopSlug: string,
  keys: Map<string, Buffer>,
  now: number,
): Promise<Identity> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.get(kid ?? '');
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: ['HS256'],
        audience: shopSlug,
        currentDate: new Date(now),
        requiredClaims: ['sub', 'iat', 'exp', 'aud'],
      },
    );
    const found = claims.parse(payload);
    // By its own clock and by ours: one that is dated ahead would live until then as well.
    const left = found.exp - now / 1000;
    if (Math.max(found.exp - found.iat, left - clockSkewSeconds) > longestLifeSeconds)
      throw new errors.JWTInvalid('lives too long');
    const { sub, name, phones, addresses, orders, order_state } = found;
    return {
      externalId: sub,
      name: name ?? null,
      phones,
      addresses,
      orders,
      orderState: order_state ?? null,
    };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) refuse({ code: 'unauthenticated' });
    throw error;
  }
}

export async function readKeys(tx: Tx, vault: Vault, shopId: string): Promise<Map<string, Buffer>> {
  const rows = await tx.query<{ key_id: string; secret_sealed: Buffer }>(
    'select key_id, secret_sealed from widget_keys where shop_id = $1 and revoked_at is null',
    [shopId],
  );
  return new Map(rows.map((row) => [row.key_id, vault.open(row.secret_sealed)]));
}
