/** What holds of the sums and the signatures, whatever comes in whatever order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../team/roles.ts';
import { defaultPolicy } from '../policy/policy.ts';
import { compareParcel } from './compare-parcel.ts';
import { heard } from './moves.ts';
import type { OperationKind, OperationState } from './operation.ts';
import { moneyKinds, operationStates } from './operation.ts';
import { sharesOf } from './shares.ts';
import { isSigner, signersFor, signsAs, unsigned } from './signing.ts';
import { leftOf, pendingOf, refundedAfter } from './sums.ts';

const fen = fc.integer({ min: 1, max: 1_000_00 });
const roles = fc.constantFrom<Role>('agent', 'lead', 'supervisor', 'finance', 'warehouse');

describe('what goes back', () => {
  test('is never more than was paid, however it is asked for, paid, refused, and told by the platform', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom<OperationKind>(...moneyKinds),
        amountFen: fen,
        next: fc.constantFrom<'pay' | 'refuse' | 'wait' | 'stale-file'>(
          'pay',
          'refuse',
          'wait',
          'stale-file',
        ),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fen, steps, (paidFen, all) => {
        const operations: { kind: OperationKind; state: OperationState; amountFen: number }[] = [];
        let known = 0;
        let told = 0;
        let gone = 0;
        for (const { kind, amountFen, next } of all) {
          const money = {
            paidFen,
            refundedFen: Math.max(known, told),
            pendingFen: pendingOf(operations),
            currency: 'CNY',
          };
          if (kind !== 'compensation' && amountFen > leftOf(money)) continue;
          const one = { kind, amountFen, state: 'ready' as OperationState };
          operations.push(one);
          if (next === 'refuse') one.state = 'refused';
          if (next !== 'pay') {
            if (next === 'stale-file') told = 0;
            continue;
          }
          one.state = 'done';
          if (kind === 'compensation') continue;
          gone += amountFen;
          known = refundedAfter(known, told, amountFen);
          told = known;
        }
        expect(gone + pendingOf(operations)).toBeLessThanOrEqual(paidFen);
        expect(known).toBe(gone);
      }),
    );
  });

  test('is shared among lines to the fen, and no line gives more than it holds', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 5 }),
      paid: fc.option(fen),
      refunded: fc.nat(500_00),
    });
    const lists = fc.array(line, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, fen, fc.array(fc.nat(20), { maxLength: 8 }), (lines, amount, picks) => {
        const items = picks.map((pick) => ({ line: pick % lines.length, quantity: 1 }));
        const shares = sharesOf(amount, items, lines);
        const sum = shares.reduce((total, share) => total + share.fen, 0);
        expect(sum).toBeLessThanOrEqual(amount);
        for (const share of shares) {
          const { paid, refunded } = lines[share.line]!;
          expect(share.fen).toBeGreaterThan(0);
          expect(share.fen).toBeLessThanOrEqual(Math.max(0, (paid ?? 0) - refunded));
        }
        expect(new Set(shares.map((share) => share.line)).size).toBe(shares.length);
      }),
    );
  });
});

describe('who agrees', () => {
  const amounts = fc.record({
    operation: fc.nat(60_000_00),
    order: fc.nat(60_000_00),
    day: fc.nat(200_000_00),
  });
  const counts = amounts.map(({ operation, order, day }) => ({
    operation,
    order: operation + order,
    day: operation + day,
  }));
  const nothing = { level: null, why: [] };

  test('more money never needs fewer people, and each need is said why', () => {
    const weight = (needs: string[]) => needs.length + (needs.includes('supervisor') ? 1 : 0);
    fc.assert(
      fc.property(counts, fc.nat(10_000_00), roles, (before, more, actor) => {
        const after = {
          operation: before.operation + more,
          order: before.order + more,
          day: before.day + more,
        };
        const [less, greater] = [before, after].map((one) => signersFor(one, actor, defaultPolicy, nothing));
        if (before.operation > 0) expect(weight(greater!.needs)).toBeGreaterThanOrEqual(weight(less!.needs));
        for (const one of [less!, greater!]) expect(one.needs.length > 0).toBe(one.why.length > 0);
      }),
    );
  });

  test('nobody signs for their own request, none signs twice, and it stands after so many people as it needs', () => {
    const person = fc.record({ agentId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), role: roles });
    fc.assert(
      fc.property(counts, person, fc.array(person, { maxLength: 12 }), (sums, requester, people) => {
        const { needs } = signersFor(sums, requester.role, defaultPolicy, nothing);
        const one = {
          needs,
          requesterId: requester.agentId,
          revision: 1,
          signatures: [] as Parameters<typeof unsigned>[0]['signatures'],
        };
        for (const who of people) {
          const signer = signsAs(one, who);
          if (!isSigner(signer)) continue;
          const { agentId } = who;
          one.signatures.push({ agentId, signer, decision: 'approved', words: '', revision: 1, at: 0 });
        }
        const signed = one.signatures.map(({ agentId }) => agentId);
        expect(signed).not.toContain(requester.agentId);
        expect(new Set(signed).size).toBe(signed.length);
        expect(unsigned(one).length).toBe(needs.length - signed.length);
        expect(unsigned({ ...one, revision: 2 })).toEqual(needs);
      }),
    );
  });
});

test('a parcel is wrong, missing or extra by exactly what differs, and matches where nothing does', () => {
  const counted = fc.array(
    fc.record({ skuCode: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 4 }) }),
    { maxLength: 5 },
  );
  const units = (list: { skuCode: string; quantity: number }[], code: string) =>
    list.reduce((sum, one) => sum + (one.skuCode === code ? one.quantity : 0), 0);
  fc.assert(
    fc.property(counted, fc.option(counted), counted, (there, returned, sent) => {
      const arrived = there.map((one) => ({ ...one, condition: 'as-new' as const }));
      const found = compareParcel(arrived, { returned, sent });
      for (const code of ['A', 'B', 'C']) {
        expect(units(found.wrong, code)).toBe(Math.max(0, units(there, code) - units(sent, code)));
        if (returned)
          expect(units(found.missing, code)).toBe(Math.max(0, units(returned, code) - units(there, code)));
      }
      const same = compareParcel(arrived, { returned: there, sent: there });
      expect(same).toEqual({ matches: true, wrong: [], missing: [], extra: [] });
    }),
  );
});

test('every state that holds money is one that ends', () => {
  const open = operationStates.filter((state) => pendingOf([{ kind: 'refund', state, amountFen: 1 }]) === 1);
  expect(open).toEqual(['waiting', 'ready', 'paying', 'unknown']);
});

test('what was paid stays paid, whatever a till says of it later', () => {
  for (const kind of moneyKinds)
    for (const word of ['paid', 'not-paid', 'nothing'] as const)
      expect(heard({ kind, state: 'done', amountFen: 100 }, word)).toBeNull();
});
