/** What makes a basket cheaper beside the prices of its goods, as the shop decided it. Money in fen. */

/** In the order in which a platform takes them off: 满减, 打折, 优惠券. */
export const layers = ['threshold', 'discount', 'coupon'] as const;
export type Layer = (typeof layers)[number];

export type OfferForm =
  /** 满减: the highest tier that is reached; where it repeats, as often as the sum holds it. */
  | { form: 'off'; tiers: Tier[]; repeats: boolean }
  /** From so many units and such a sum a share off, at most `mostFen`. */
  | { form: 'percent'; fromUnits: number; fromFen: number; percent: number; mostFen: number | null }
  /** 第二件半价: of every `nth` units one has the share off, the cheapest of them. */
  | { form: 'nth'; nth: number; percent: number };

export interface Tier {
  fromFen: number;
  offFen: number;
}

export interface Offer {
  offerId: string;
  name: string;
  layer: Layer;
  form: OfferForm;
  currency: string;
  /** null: all goods. */
  productIds: readonly string[] | null;
  /** Goods at a promotion's price count too. */
  onPromoted: boolean;
  /** With no other offer beside it. */
  alone: boolean;
}

/** Which offers go together: the shop's rules, as its platform applies them. */
export interface Stacking {
  /** So many of a layer at once. */
  most: Readonly<Record<Layer, number>>;
  /** Layers that never go together. */
  apart: readonly (readonly [Layer, Layer])[];
  /** Whether a layer looks at the sum before other offers, or at what the layers before it have left. */
  judgedOn: Readonly<Record<Layer, 'before' | 'left'>>;
}

export const defaultStacking: Stacking = {
  most: { threshold: 1, discount: 1, coupon: 1 },
  apart: [],
  judgedOn: { threshold: 'left', discount: 'left', coupon: 'left' },
};
