/** The lowest total that the shop's offers allow for a basket, and the sum that leads to it. Every allowed combination is tried. */
import type { BasketLine } from './basket.ts';
import { sumOf } from './basket.ts';
import type { Layer, Offer, Stacking } from './offer.ts';
import { layers } from './offer.ts';
import { offOf, scopeOf, takeOff } from './take-off.ts';

export interface Price {
  /** Without promotions and offers. */
  listFen: number;
  /** At the prices of now, before offers. */
  beforeFen: number;
  /** In the order in which they are taken off. */
  steps: Step[];
  totalFen: number;
  /** What each line comes to, in the basket's order. */
  lines: number[];
  /** A little more in the basket, and another tier is reached. */
  nearly: Nearly | null;
}

export interface Step {
  offerId: string;
  name: string;
  layer: Layer;
  offFen: number;
}

export interface Nearly {
  offerId: string;
  name: string;
  missingFen: number;
  /** What the offer would take off then; what it takes off now is in it. */
  offFen: number;
}

export function bestPrice(lines: readonly BasketLine[], offers: readonly Offer[], stacking: Stacking): Price {
  const useful = offers.filter((offer) => worksAlone(offer, lines));
  let best = priceWith(lines, [], stacking);
  for (const combination of combinations(useful, stacking)) {
    const price = priceWith(lines, combination, stacking);
    // As cheap with fewer: simpler to tell.
    if (price.totalFen < best.totalFen) best = price;
  }
  return { ...best, nearly: nearlyReached(lines, offers, stacking, best) };
}

/** Whether the shop lets these go together. */
export function allows({ most, apart }: Stacking, offers: readonly Offer[]): boolean {
  const used = new Set(offers.map(({ layer }) => layer));
  return (
    (offers.length < 2 || !offers.some(({ alone }) => alone)) &&
    layers.every((layer) => offers.filter((offer) => offer.layer === layer).length <= most[layer]) &&
    apart.every(([one, other]) => one === other || !(used.has(one) && used.has(other)))
  );
}

/** With these offers and no others; those that take nothing off are no steps. */
export function priceWith(lines: readonly BasketLine[], offers: readonly Offer[], stacking: Stacking): Price {
  const before = lines.map(({ unitFen, quantity }) => unitFen * quantity);
  let left: number[] = before;
  const steps: Step[] = [];
  for (const layer of layers) {
    // Those of one layer look at the same sum, whichever comes first.
    const judged = stacking.judgedOn[layer] === 'before' ? before : left;
    for (const offer of offers) {
      if (offer.layer !== layer) continue;
      const after = takeOff(left, scopeOf(offer, lines), offOf(offer, lines, judged));
      const offFen = sumOf(left) - sumOf(after);
      left = after;
      if (offFen > 0) steps.push({ offerId: offer.offerId, name: offer.name, layer, offFen });
    }
  }
  return {
    listFen: sumOf(lines.map(({ listFen, quantity }) => listFen * quantity)),
    beforeFen: sumOf(before),
    steps,
    totalFen: sumOf(left),
    lines: left,
    nearly: null,
  };
}

/** What others take off first only makes the sum smaller: one that does nothing alone does nothing beside them. */
function worksAlone(offer: Offer, lines: readonly BasketLine[]): boolean {
  return (
    offOf(
      offer,
      lines,
      lines.map(({ unitFen, quantity }) => unitFen * quantity),
    ) > 0
  );
}

/** Fewest first. */
function combinations(offers: readonly Offer[], stacking: Stacking): Offer[][] {
  let together: Offer[][] = [[]];
  for (const layer of layers) {
    const some = subsets(
      offers.filter((offer) => offer.layer === layer),
      stacking.most[layer],
    );
    together = together.flatMap((chosen) =>
      some.map((more) => [...chosen, ...more]).filter((all) => allows(stacking, all)),
    );
  }
  return together.toSorted((a, b) => a.length - b.length);
}

function subsets(offers: readonly Offer[], most: number): Offer[][] {
  if (most <= 0 || offers.length === 0) return [[]];
  const [first, ...rest] = offers as [Offer, ...Offer[]];
  return [...subsets(rest, most), ...subsets(rest, most - 1).map((some) => [first, ...some])];
}

/** Worth telling: less than this share of what has to be reached is missing. */
const nearShare = 0.3;

function nearlyReached(
  lines: readonly BasketLine[],
  offers: readonly Offer[],
  stacking: Stacking,
  best: Price,
): Nearly | null {
  const used = offers.filter(({ offerId }) => best.steps.some((step) => step.offerId === offerId));
  const found = offers.flatMap((offer) => {
    if (offer.form.form !== 'off') return [];
    const others = used.filter((one) => one !== offer);
    if (!allows(stacking, [...others, offer])) return [];
    const judged =
      stacking.judgedOn[offer.layer] === 'before'
        ? lines.map(({ unitFen, quantity }) => unitFen * quantity)
        : priceWith(
            lines,
            others.filter((one) => isBefore(one, offer)),
            stacking,
          ).lines;
    const scope = scopeOf(offer, lines);
    if (scope.length === 0) return [];
    const sum = sumOf(scope.map((at) => judged[at]!));
    const now = offOf(offer, lines, judged);
    return offer.form.tiers
      .filter(({ fromFen, offFen }) => fromFen > sum && fromFen - sum <= fromFen * nearShare && offFen > now)
      .map(({ fromFen, offFen }) => ({
        offerId: offer.offerId,
        name: offer.name,
        missingFen: fromFen - sum,
        offFen,
      }));
  });
  return found.toSorted((a, b) => a.missingFen - b.missingFen || b.offFen - a.offFen)[0] ?? null;
}

const isBefore = (one: Offer, other: Offer) => layers.indexOf(one.layer) < layers.indexOf(other.layer);
