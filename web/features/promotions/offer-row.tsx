import type { OfferView } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { amount } from '../orders/amount.ts';
import { offerWords } from './offer-words.ts';
import { PromotionState } from './state.tsx';

export function OfferRow({ offer }: { offer: OfferView }) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { offerId, name, layer, currency, createdByName } = offer;
  return (
    <li data-testid="offer">
      <span>
        <strong>{name}</strong>
        <span className="muted"> {say(`promo.layer.${layer}`)}</span>
        <br />
        <span className="muted figures">
          {offerWords(offer, say, (fen) => amount(fen, currency, lang))} ·{' '}
          {say('offer.by', { name: createdByName })}
        </span>
      </span>
      <PromotionState {...offer} end={() => buyingApi.endOffer(offerId)} />
    </li>
  );
}
