/** Who must agree to an operation, and whose signature is whose. Pure. */
import type { Role } from '../../team/roles.ts';
import type { ConflictReason } from '../../refusal.ts';
import { type LimitedRole, limitedRoles, type Policy } from '../policy/policy.ts';
import { fen, type Why, why } from '../policy/why.ts';
import type { Signer } from './operation.ts';
import type { Operation } from './record.ts';

/** What counts, with what counted before it. */
export interface Counts {
  operation: number;
  order: number;
  day: number;
}

/** By the clause alone, before the money is looked at. */
export interface ByClause {
  level: 'lead' | 'supervisor' | null;
  why: Why[];
}

export interface Signers {
  needs: Signer[];
  why: Why[];
}

type Limits = Record<LimitedRole, number>;
/** 0: nobody; 1: the lead; 2: the supervisor; 3: the supervisor and finance. */
type Level = 0 | 1 | 2 | 3;

export function signersFor(counts: Counts, actor: Role, policy: Policy, clause: ByClause): Signers {
  const looked = [
    look(counts.operation, actor, policy.limits, 'operation'),
    // What counts nothing by itself is not held up by what came before it.
    ...(counts.operation === 0
      ? []
      : [
          look(counts.order, actor, policy.limitsPerOrder, 'order'),
          look(counts.day, actor, policy.limitsPerDay, 'day'),
        ]),
  ];
  const byClause: Level = clause.level === null ? 0 : clause.level === 'lead' ? 1 : 2;
  const asks = byClause > rank(actor) ? byClause : 0;
  const level = Math.max(asks, ...looked.map((one) => one.level)) as Level;
  return {
    needs: needed(level, actor),
    why: [...(asks > 0 ? clause.why : []), ...looked.flatMap((one) => one.why)],
  };
}

function look(amount: number, actor: Role, limits: Limits, of: 'operation' | 'order' | 'day') {
  const own = ownLimit(limits, actor);
  if (amount <= own) return { level: 0 as Level, why: [] };
  const byMoney: Level = amount <= limits.lead ? 1 : amount <= limits.supervisor ? 2 : 3;
  const level = Math.max(byMoney, Math.min(rank(actor) + 1, 3)) as Level;
  const facts = { amount: fen(amount), own: fen(own) };
  if (of !== 'operation') return { level, why: [why(of === 'order' ? 'limit-order' : 'limit-day', facts)] };
  if (level === 3) return { level, why: [why('limit-two', { ...facts, own: fen(limits.supervisor) })] };
  return { level, why: [why(level === 1 ? 'limit-lead' : 'limit-supervisor', facts)] };
}

/** Four eyes: finance that asks is not the finance that signs. */
function needed(level: Level, actor: Role): Signer[] {
  if (level === 0) return [];
  if (level === 3) return actor === 'finance' ? ['supervisor'] : ['supervisor', 'finance'];
  return level === 1 ? ['lead'] : ['supervisor'];
}

export const ownLimit = (limits: Limits, role: Role): number =>
  (limitedRoles as readonly Role[]).includes(role) ? limits[role as LimitedRole] : 0;

/** How high a level the role decides by itself. */
const rank = (role: Role): Level => (role === 'supervisor' ? 2 : role === 'lead' ? 1 : 0);

type Signed = Pick<Operation, 'needs' | 'signatures' | 'requesterId' | 'revision'>;

/** Whose signatures are still wanted for it as it stands. */
export function unsigned({ needs, signatures, revision }: Signed): Signer[] {
  const given = signatures.filter((one) => one.revision === revision && one.decision === 'approved');
  return needs.filter((signer) => !given.some((one) => one.signer === signer));
}

/** In whose place this person would sign, or why they may not. */
export function signsAs(one: Signed, person: { agentId: string; role: Role }): Signer | ConflictReason {
  if (person.agentId === one.requesterId) return 'own-request';
  const signed = one.signatures.some(
    ({ agentId, revision }) => agentId === person.agentId && revision === one.revision,
  );
  if (signed) return 'already-signed';
  return unsigned(one).find((signer) => maySignAs(person.role, signer)) ?? 'not-your-signature';
}

const maySignAs = (role: Role, signer: Signer): boolean =>
  signer === 'finance' ? role === 'finance' : rank(role) >= (signer === 'lead' ? 1 : 2);

export const isSigner = (found: Signer | ConflictReason): found is Signer =>
  found === 'lead' || found === 'supervisor' || found === 'finance';
