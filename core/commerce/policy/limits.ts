/** Who may give how much alone, and who must agree above it. */
import type { Role } from '../../team/roles.ts';
import type { Approver, Decision, Proposal } from './decision.ts';
import { type LimitedRole, limitedRoles, type Policy } from './policy.ts';
import { fen, type Why, why } from './why.ts';

export type Approval = Pick<Decision, 'approval' | 'secondSignature' | 'why'>;

/** What the plan needs besides the person who would carry it out. */
export function approvalOf(plan: Proposal, actor: Role, policy: Policy): Approval {
  const byClause = needsOf(plan, actor);
  const byMoney = signersOf(plan.counts ?? 0, actor, policy);
  const clause: Why[] = byClause ? [why(byClause === 'lead' ? 'needs-lead' : 'needs-supervisor')] : [];
  return {
    approval: rank(byClause) > rank(byMoney.approval) ? byClause : byMoney.approval,
    secondSignature: byMoney.secondSignature,
    why: [...clause, ...byMoney.why],
  };
}

/** Who holds the role that must agree, or one above it, decides at once. */
export const needsOf = ({ needs }: Proposal, actor: Role): Approver | null =>
  needs === undefined || rank(actor) >= rank(needs) ? null : needs;

function signersOf(amount: number, actor: Role, { limits }: Policy): Approval {
  const own = isLimited(actor) ? limits[actor] : 0;
  if (amount <= own) return { approval: null, secondSignature: null, why: [] };
  const facts = { amount: fen(amount), own: fen(own) };
  if (amount > limits.supervisor) {
    const limit = { ...facts, own: fen(limits.supervisor) };
    const second = actor === 'finance' ? null : 'finance';
    return { approval: 'supervisor', secondSignature: second, why: [why('limit-two', limit)] };
  }
  return amount <= limits.lead && rank(actor) < rank('lead')
    ? { approval: 'lead', secondSignature: null, why: [why('limit-lead', facts)] }
    : { approval: 'supervisor', secondSignature: null, why: [why('limit-supervisor', facts)] };
}

const isLimited = (role: Role): role is LimitedRole => (limitedRoles as readonly Role[]).includes(role);

const rank = (role: Role | null): number =>
  role === null ? -1 : (limitedRoles as readonly Role[]).indexOf(role);
