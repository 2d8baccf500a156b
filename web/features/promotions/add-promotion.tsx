import { DatePicker, Form } from 'antd';
import { useState } from 'react';
import type { SkuView } from '../../../core/commerce/order-api.ts';
import { FormDialog } from '../../lib/form-dialog.tsx';
import { buyingApi } from '../buying/buying-api.ts';
import { ProductFinder } from '../buying/product-finder.tsx';
import { useBuyingWords } from '../buying/words.ts';
import { AmountItem } from './amount-item.tsx';
import { fenOf } from './fen.ts';
import { NameItem } from './name-item.tsx';
import { usePromotionAct } from './promotions-query.ts';
import { RemoveButton } from './remove-button.tsx';
import { TimesItem, type Moment } from './times.tsx';

interface Wish {
  name: string;
  times: [Moment, Moment];
  guaranteed?: Moment | null;
  prices: Record<string, string>;
}

/** Prices of some SKUs for a time. */
export function AddPromotion({ onClose }: { onClose(): void }) {
  const say = useBuyingWords();
  const [skus, setSkus] = useState<(SkuView & { name: string })[]>([]);
  const add = usePromotionAct(({ name, times: [from, to], guaranteed, prices }: Wish) =>
    buyingApi.addPromotion({
      name: name.trim(),
      prices: skus.map(({ code }) => ({ skuCode: code, priceFen: fenOf(prices[code]!)! })),
      currency: skus[0]?.currency ?? 'CNY',
      startsAt: from.valueOf(),
      endsAt: to.valueOf(),
      guaranteedUntil: guaranteed?.valueOf() ?? null,
    }),
  );
  return (
    <FormDialog<Wish>
      title={say('promo.add.price')}
      okText={say('promo.save')}
      okTestId="save-promotion"
      act={{ ...add, run: async (wish) => skus.length > 0 && add.run(wish) }}
      onClose={onClose}
    >
      <NameItem />
      <TimesItem />
      <Form.Item name="guaranteed" label={say('promo.guaranteed')} extra={say('promo.guaranteed.what')}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
      </Form.Item>
      <Form.Item label={say('promo.goods')} extra={skus.length === 0 && say('promo.goods.pick')} required>
        <ProductFinder
          onPick={({ name, skus: all }) =>
            setSkus((before) => [
              ...before,
              ...all
                .filter(({ code }) => !before.some((one) => one.code === code))
                .map((sku) => ({ ...sku, name })),
            ])
          }
        />
      </Form.Item>
      {skus.map(({ code, name, size, spec }) => (
        <div key={code} className="promotion-sku">
          <AmountItem name={['prices', code]} label={`${name} ${size ?? spec ?? code}`} />
          <RemoveButton onClick={() => setSkus(skus.filter((one) => one.code !== code))} />
        </div>
      ))}
    </FormDialog>
  );
}
