/** What another policy would have said to past orders. Pure. */
import { whyWords } from '../../words/policy.ts';
import { dateOf, day } from '../../team/working-hours.ts';
import type { CaseOutcome, OutcomeCounts, PolicyPreview, WishPreview } from '../policy-api.ts';
import { claimOfOrder } from './claim-of-order.ts';
import type { Claim, Reason, Wish } from './claim.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { OrderFacts } from './order-facts.ts';
import type { Policy } from './policy.ts';

/** What people ask for most, one of each clause that has numbers. */
const asked: readonly (readonly [Wish, Reason])[] = [
  ['return', 'no-reason'],
  ['exchange', 'no-reason'],
  ['return', 'defect'],
  ['compensation', 'defect'],
  ['refund', 'missing-item'],
  ['compensation', 'late'],
  ['compensation', 'oversell'],
  ['price-difference', 'no-reason'],
];
const mostExamples = 4;
/** Beyond this nobody asks, and the longest window is cut. */
const mostDays = 60;

export class PolicyComparison {
  private readonly wishes: WishPreview[] = asked.map(([wish, reason]) => ({
    wish,
    reason,
    cases: 0,
    changed: 0,
    changedLines: 0,
    before: none(),
    after: none(),
    examples: [],
  }));
  private orders = 0;
  private lines = 0;
  private readonly days: number;
  private readonly before: Policy;
  private readonly after: Policy;
  private readonly zone: string;

  constructor(before: Policy, after: Policy, zone: string) {
    this.before = before;
    this.after = after;
    this.zone = zone;
    const longest = Math.max(
      ...[before, after].flatMap(({ days }) => [days.lateReturn, days.defect, days.price]),
    );
    this.days = Math.min(mostDays, longest + 2);
  }

  add(facts: OrderFacts): void {
    this.orders++;
    facts.order.lines.forEach((_, line) => {
      this.lines++;
      for (const wish of this.wishes) this.addLine(wish, facts, line);
    });
  }

  answer(): Omit<PolicyPreview, 'version'> {
    return { orders: this.orders, lines: this.lines, days: this.days, wishes: this.wishes };
  }

  private addLine(wish: WishPreview, facts: OrderFacts, line: number): void {
    let isChanged = false;
    for (let since = 0; since < this.days; since++) {
      const claims = [this.before, this.after].map((policy) => this.claim(wish, facts, line, since, policy));
      const [was, is] = [decide(claims[0]!, this.before), decide(claims[1]!, this.after)];
      wish.cases++;
      count(wish.before, was);
      count(wish.after, is);
      if (same(was, is)) continue;
      wish.changed++;
      // One example a line: the first day on which they part.
      if (!isChanged && wish.examples.length < mostExamples) {
        const { order } = facts;
        wish.examples.push({
          order,
          line,
          day: since,
          before: outcomeOf(was, this.zone),
          after: outcomeOf(is, this.zone),
        });
      }
      isChanged = true;
    }
    if (isChanged) wish.changedLines++;
  }

  /** As an agent would ask at noon of that day. */
  private claim(
    { wish, reason }: WishPreview,
    facts: OrderFacts,
    line: number,
    since: number,
    policy: Policy,
  ): Claim {
    const at = { line, wish, reason, now: 0, askedAt: null, zone: this.zone, actor: 'agent' as const };
    const { order } = claimOfOrder(facts, at, {}, policy);
    const begun = order.receivedAt ?? order.dispatchedAt ?? order.paidAt ?? facts.order.placedAt ?? 0;
    const now = dateOf(this.zone, begun) + since * day + day / 2;
    return claimOfOrder(facts, { ...at, now }, {}, policy);
  }
}

function none(): OutcomeCounts {
  return { allowed: 0, approval: 0, refused: 0, costFen: 0 };
}

function count(counts: OutcomeCounts, { outcome, plans }: Decision): void {
  counts[outcome]++;
  if (outcome !== 'refused') counts.costFen += plans[0]?.cost ?? 0;
}

const same = (one: Decision, other: Decision): boolean => shortOf(one) === shortOf(other);
const shortOf = ({ outcome, approval, secondSignature, amount, plans }: Decision): string =>
  JSON.stringify([outcome, approval, secondSignature, amount, plans.map(({ kind, cost }) => [kind, cost])]);

function outcomeOf(
  { outcome, approval, secondSignature, amount, plans, why }: Decision,
  zone: string,
): CaseOutcome {
  return {
    outcome,
    approval,
    secondSignature,
    amount,
    plans: plans.map(({ kind }) => kind),
    why: why.map((one) => ({ zh: whyWords(one, 'zh', zone), en: whyWords(one, 'en', zone) })),
  };
}
