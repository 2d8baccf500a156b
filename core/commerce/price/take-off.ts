/** What one offer takes off which lines. Exact fen; never more than there is. */
import type { BasketLine } from './basket.ts';
import { sumOf } from './basket.ts';
import type { Offer, OfferForm } from './offer.ts';

/** @param judged what the offer looks at, by line @returns what it takes off in all, before it is held against what is left */
export function offOf(offer: Offer, lines: readonly BasketLine[], judged: readonly number[]): number {
  const scope = scopeOf(offer, lines);
  const sum = sumOf(scope.map((at) => judged[at]!));
  return Math.min(sum, byForm(offer.form, scope, lines, judged, sum));
}

/** The lines that count for it, by their place. */
export function scopeOf({ productIds, onPromoted }: Offer, lines: readonly BasketLine[]): number[] {
  return lines.flatMap(({ productId, promotion }, at) =>
    (productIds === null || productIds.includes(productId)) && (onPromoted || promotion === null) ? at : [],
  );
}

function byForm(
  form: OfferForm,
  scope: readonly number[],
  lines: readonly BasketLine[],
  judged: readonly number[],
  sum: number,
): number {
  const units = sumOf(scope.map((at) => lines[at]!.quantity));
  switch (form.form) {
    case 'off':
      return Math.max(
        0,
        ...form.tiers
          .filter(({ fromFen }) => fromFen <= sum)
          .map(({ fromFen, offFen }) =>
            form.repeats && fromFen > 0 ? Math.floor(sum / fromFen) * offFen : offFen,
          ),
      );
    case 'percent': {
      if (units === 0 || units < form.fromUnits || sum < form.fromFen) return 0;
      return Math.min(Math.floor((sum * form.percent) / 100), form.mostFen ?? Infinity);
    }
    case 'nth': {
      const each = scope
        .flatMap((at) => {
          const { quantity } = lines[at]!;
          return Array.from({ length: quantity }, () => Math.floor(judged[at]! / quantity));
        })
        .toSorted((a, b) => a - b);
      const cheapest = each.slice(0, Math.floor(units / form.nth));
      return sumOf(cheapest.map((fen) => Math.floor((fen * form.percent) / 100)));
    }
  }
}

/** Each line of the scope its share by what is left of it; the fen that do not divide go to the first that have any left. */
export function takeOff(left: readonly number[], scope: readonly number[], wanted: number): number[] {
  const sum = sumOf(scope.map((at) => left[at]!));
  const off = Math.min(wanted, sum);
  if (off <= 0) return [...left];
  const after = [...left];
  let rest = off;
  for (const at of scope) {
    const share = Math.floor((left[at]! * off) / sum);
    after[at] = left[at]! - share;
    rest -= share;
  }
  for (const at of scope) {
    const more = Math.min(rest, after[at]!);
    after[at] = after[at]! - more;
    rest -= more;
  }
  return after;
}
