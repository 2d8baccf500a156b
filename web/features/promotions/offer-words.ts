import type { OfferView } from '../../../core/commerce/buying-api.ts';
import type { OfferForm } from '../../../core/commerce/price/offer.ts';
import type { Say } from '../buying/words.ts';

/** What an offer takes off, and for what, in a line. */
export function offerWords(offer: OfferView, say: Say, money: (fen: number) => string): string {
  const { form, productIds, onPromoted, alone } = offer;
  return [
    formWords(form, say, money),
    productIds !== null && say('offer.some', { count: productIds.length }),
    !onPromoted && say('offer.notPromoted'),
    alone && say('offer.alone'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function formWords(form: OfferForm, say: Say, money: (fen: number) => string): string {
  switch (form.form) {
    case 'off':
      return form.tiers
        .map(({ fromFen, offFen }) => {
          const key = fromFen === 0 ? 'off.any' : form.repeats ? 'off.every' : 'off.tier';
          return say(key, { from: money(fromFen), off: money(offFen) });
        })
        .join(' / ');
    case 'percent':
      return [
        say('percent.form', { units: Math.max(1, form.fromUnits), percent: form.percent }),
        form.fromFen > 0 && `≥ ${money(form.fromFen)}`,
        form.mostFen !== null && say('percent.most', { amount: money(form.mostFen) }),
      ]
        .filter(Boolean)
        .join(' · ');
    case 'nth':
      return say('nth.form', { nth: form.nth, percent: form.percent });
  }
}
