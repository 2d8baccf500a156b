import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { PromotionsAnswer } from '../../../core/commerce/buying-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { useBuyingWords } from '../buying/words.ts';
import { SettingsHead } from '../people/settings-head.tsx';
import { AddOffer } from './add-offer.tsx';
import { AddPromotion } from './add-promotion.tsx';
import { OfferRow } from './offer-row.tsx';
import { PromotionRow } from './promotion-row.tsx';
import { promotionsQuery } from './promotions-query.ts';
import { StackingForm } from './stacking-form.tsx';
import './promotions.css';

/** Settings → Promotions: what the best price of a basket is worked out from. */
export function PromotionsPage() {
  const may = useMay();
  return may('promotions.write') ? <Promotions /> : <Navigate to="/inbox" />;
}

function Promotions() {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { data, error, refetch } = useQuery({ ...promotionsQuery, staleTime: 0 });
  return (
    <main className="settings-page" data-testid="promotions">
      <div className="settings-body">
        <SettingsHead title={say('promo.title')} what={say('promo.what')} />
        {data ? (
          <Parts answer={data} />
        ) : error ? (
          <div role="alert">
            <h2>{say('promo.failed')}</h2>
            <p>{sentence(error, lang)}</p>
            <Button onClick={() => void refetch()}>{say('again')}</Button>
          </div>
        ) : (
          <Skeleton />
        )}
      </div>
    </main>
  );
}

function Parts({ answer: { promotions, offers, stacking, stackingVersion } }: { answer: PromotionsAnswer }) {
  const say = useBuyingWords();
  const [adding, setAdding] = useState<'price' | 'offer' | null>(null);
  return (
    <>
      <section className="promotions-part">
        <header>
          <h2>{say('promo.offers')}</h2>
          <Button data-testid="add-offer" onClick={() => setAdding('offer')}>
            {say('promo.add.offer')}
          </Button>
        </header>
        {offers.length === 0 && <p className="muted">{say('promo.offers.none')}</p>}
        <ul className="promotions-list">
          {offers.map((offer) => (
            <OfferRow key={offer.offerId} offer={offer} />
          ))}
        </ul>
      </section>
      <section className="promotions-part">
        <header>
          <h2>{say('promo.prices')}</h2>
          <Button data-testid="add-promotion" onClick={() => setAdding('price')}>
            {say('promo.add.price')}
          </Button>
        </header>
        {promotions.length === 0 && <p className="muted">{say('promo.prices.none')}</p>}
        <ul className="promotions-list">
          {promotions.map((promotion) => (
            <PromotionRow key={promotion.promotionId} promotion={promotion} />
          ))}
        </ul>
      </section>
      <StackingForm key={stackingVersion} stacking={stacking} version={stackingVersion} />
      {adding === 'price' && <AddPromotion onClose={() => setAdding(null)} />}
      {adding === 'offer' && <AddOffer onClose={() => setAdding(null)} />}
    </>
  );
}
