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
    const [askBefore, askAfter] = [
      this.asker(wish, facts, line, this.before),
      this.asker(wish, facts, line, this.after),
    ];
    let isChanged = false;
    for (let since = 0; since < this.days; since++) {
      const [was, is] = [decide(askBefore(since), this.before), decide(askAfter(since), this.after)];
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

  /** As an agent would ask at noon of a day. Only prices change from day to day: all else is gathered once. */
  private asker(
    { wish, reason }: WishPreview,
    facts: OrderFacts,
    line: number,
    policy: Policy,
  ): (since: number) => Claim {
    const asking = { line, wish, reason, now: 0, askedAt: null, zone: this.zone, actor: 'agent' as const };
    const claim = claimOfOrder(facts, asking, {}, policy);
    const { receivedAt, dispatchedAt, paidAt } = claim.order;
    const begun = dateOf(this.zone, receivedAt ?? dispatchedAt ?? paidAt ?? facts.order.placedAt ?? 0);
    return (since) => {
      const now = begun + since * day + day / 2;
      return wish === 'price-difference'
        ? claimOfOrder(facts, { ...asking, now }, {}, policy)
        : { ...claim, now };
    };
  }
}

function none(): OutcomeCounts {
  return { allowed: 0, approval: 0, refused: 0, costFen: 0 };
}

function count(counts: OutcomeCounts, { outcome, plans }: Decision): void {
  counts[outcome]++;
  if (outcome !== 'refused') counts.costFen += plans[0]?.cost ?? 0;
}

const same = (one: Decision, other: Decision): boolean =>
  one.outcome === other.outcome &&
  one.approval === other.approval &&
  one.secondSignature === other.secondSignature &&
  one.amount === other.amount &&
  one.plans.length === other.plans.length &&
  one.plans.every(({ kind, cost }, at) => kind === other.plans[at]!.kind && cost === other.plans[at]!.cost);

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
