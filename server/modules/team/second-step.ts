/** The second step of signing in: begun with a key, in force from the first right code, opened by recovery codes too. */
import { randomBytes } from 'node:crypto';
import type { SecondStepKey, SecurityAnswer } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Pool, Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import type { Vault } from '../../platform/vault.ts';
import { noteChange } from './changes.ts';
import { requireManager } from './managers.ts';
import { readPerson } from './person.ts';
import type { Sessions } from './sessions.ts';
import { base32, periodOf } from './totp.ts';

export interface SecondSteps {
  pool: Pool;
  vault: Vault;
  sessions: Sessions;
  /** Tries at a code by whoever knows the password: there are only a million codes. */
  codeLimit: RateLimit;
  now(): number;
}

const recoveryCodes = 10;

export async function readSecurity({ pool }: SecondSteps, person: Person): Promise<SecurityAnswer> {
  return inShop(pool, person.shopId, async (tx) => {
    const step = await readStep(tx, person);
    const [left] = await tx.query<{ count: number }>(
      `select count(*)::int as count from recovery_codes where shop_id = $1 and agent_id = $2 and used_at is null`,
      [person.shopId, person.agentId],
    );
    return {
      secondStepSince: step?.confirmed_at ?? null,
      recoveryCodesLeft: step?.confirmed_at ? left!.count : 0,
    };
  });
}

/** Answers with a key; nothing is asked for yet. A key that was begun before is void. */
export async function beginSecondStep(
  { pool, vault, now }: SecondSteps,
  person: Person,
  account: string,
): Promise<SecondStepKey> {
  const { shopId, agentId } = person;
  const secret = randomBytes(20);
  const begun = await inShop(pool, shopId, (tx) =>
    tx.query(
      `insert into second_steps (shop_id, agent_id, secret_sealed, created_at) values ($1, $2, $3, $4)
      on conflict (shop_id, agent_id) do update
        set secret_sealed = excluded.secret_sealed, created_at = excluded.created_at, last_period = 0
        where second_steps.confirmed_at is null
      returning 1`,
      [shopId, agentId, vault.seal(secret), new Date(now()).toISOString()],
    ),
  );
  if (begun.length === 0) refuse({ code: 'conflict', reason: 'second-step-on' });
  const key = base32(secret);
  const label = `Yinuo:${encodeURIComponent(account)}`;
  return { key, uri: `otpauth://totp/${label}?secret=${key}&issuer=Yinuo` };
}

/** From here on it is asked for; whoever else is signed in as this person has not shown it, and is out. */
export async function confirmSecondStep(
  { pool, vault, sessions, codeLimit, now }: SecondSteps,
  person: Person,
  sessionId: string,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const { shopId, agentId } = person;
  codeLimit.take(agentId);
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
  const tellSockets = await inShop(pool, shopId, async (tx) => {
    const step = await readStep(tx, person);
    if (step?.confirmed_at) refuse({ code: 'conflict', reason: 'second-step-on' });
    const period = step && periodOf(vault.open(step.secret_sealed), code.trim(), now());
    if (!period) refuse({ code: 'invalid', problems: [{ field: 'code', problem: 'wrong' }] });
    tx.send(
      'update second_steps set confirmed_at = $3, last_period = $4 where shop_id = $1 and agent_id = $2',
      [shopId, agentId, new Date(now()).toISOString(), period],
    );
    for (const one of codes)
      tx.send('insert into recovery_codes (shop_id, agent_id, code_hash) values ($1, $2, $3)', [
        shopId,
        agentId,
        recoveryHash(vault, shopId, one),
      ]);
    noteChange(tx, shopId, { kind: 'second-step-on', byId: agentId, agentId, at: now() });
    return sessions.endAllOf(tx, person, sessionId);
  });
  tellSockets();
  return { recoveryCodes: codes };
}

/** By the person, who has shown the password. */
export function removeOwnSecondStep({ pool, now }: SecondSteps, { shopId, agentId }: Person): Promise<void> {
  return inShop(pool, shopId, (tx) => remove(tx, shopId, agentId, agentId, now()));
}

/** By an administrator, for somebody whose phone is lost. */
export function removeSecondStep({ pool, now }: SecondSteps, by: Person, agentId: string): Promise<void> {
  return inShop(pool, by.shopId, async (tx) => {
    await requireManager(tx, by);
    await readPerson(tx, by.shopId, agentId);
    await remove(tx, by.shopId, agentId, by.agentId, now());
  });
}

/** Refuses where somebody has a second step and the code is not there or not right. Each code is worth one sign-in. */
export async function requireSecondStep(
  { pool, vault, codeLimit, now }: SecondSteps,
  person: Person,
  code: string | undefined,
): Promise<void> {
  const { shopId, agentId } = person;
  const step = await inShop(pool, shopId, (tx) => readStep(tx, person));
  if (!step?.confirmed_at) return;
  if (code === undefined) refuse({ code: 'second-step', problem: 'missing' });
  codeLimit.take(agentId);
  const typed = code.replaceAll(/[\s-]/g, '').toUpperCase();
  const period = periodOf(vault.open(step.secret_sealed), typed, now());
  const used = await inShop(pool, shopId, (tx) =>
    period === null
      ? tx.query(
          `update recovery_codes set used_at = $4
          where shop_id = $1 and agent_id = $2 and code_hash = $3 and used_at is null returning 1`,
          [shopId, agentId, recoveryHash(vault, shopId, typed), new Date(now()).toISOString()],
        )
      : tx.query(
          `update second_steps set last_period = $3
          where shop_id = $1 and agent_id = $2 and last_period < $3 returning 1`,
          [shopId, agentId, period],
        ),
  );
  if (used.length === 0) refuse({ code: 'second-step', problem: 'wrong' });
}

async function remove(tx: Tx, shopId: string, agentId: string, byId: string, now: number): Promise<void> {
  const rows = await tx.query(
    'delete from second_steps where shop_id = $1 and agent_id = $2 returning confirmed_at',
    [shopId, agentId],
  );
  if (rows.length > 0) noteChange(tx, shopId, { kind: 'second-step-off', byId, agentId, at: now });
}

async function readStep(tx: Tx, { shopId, agentId }: Person) {
  const [row] = await tx.query<{ secret_sealed: Buffer; confirmed_at: number | null }>(
    'select secret_sealed, confirmed_at from second_steps where shop_id = $1 and agent_id = $2',
    [shopId, agentId],
  );
  return row ?? null;
}

/** Ten letters and digits, fifty bits: in two groups, as people copy them. */
function newRecoveryCode(): string {
  const text = base32(randomBytes(7)).slice(0, 10);
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** Keyed outside the database, since fifty bits alone could be tried. */
const recoveryHash = (vault: Vault, shopId: string, code: string) =>
  vault.blindIndex(shopId, 'recovery code', code.replaceAll('-', ''));
