import { Button, Checkbox, Form, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { ProductView } from '../../../core/commerce/order-api.ts';
import type { Layer, OfferForm } from '../../../core/commerce/price/offer.ts';
import { layers } from '../../../core/commerce/price/offer.ts';
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
  layer: Layer;
  form: OfferForm['form'];
  times: [Moment, Moment];
  tiers?: { from: string; off: string }[];
  repeats?: boolean;
  units?: number;
  nth?: number;
  percent?: number;
  most?: string;
  onPromoted: boolean;
  alone: boolean;
}

const forms: readonly OfferForm['form'][] = ['off', 'percent', 'nth'];

/** A threshold, a discount or a coupon. */
export function AddOffer({ onClose }: { onClose(): void }) {
  const say = useBuyingWords();
  const [goods, setGoods] = useState<ProductView[]>([]);
  const add = usePromotionAct((wish: Wish) =>
    buyingApi.addOffer({
      name: wish.name.trim(),
      layer: wish.layer,
      form: formOf(wish),
      currency: 'CNY',
      productIds: goods.length === 0 ? null : goods.map(({ productId }) => productId),
      onPromoted: wish.onPromoted,
      alone: wish.alone,
      startsAt: wish.times[0].valueOf(),
      endsAt: wish.times[1].valueOf(),
    }),
  );
  return (
    <FormDialog<Wish>
      title={say('promo.add.offer')}
      okText={say('promo.save')}
      okTestId="save-offer"
      act={add}
      onClose={onClose}
    >
      <NameItem />
      <Form.Item name="layer" label={say('promo.layer')} initialValue="threshold">
        <Segmented options={layers.map((value) => ({ value, label: say(`promo.layer.${value}`) }))} />
      </Form.Item>
      <Form.Item name="form" label={say('promo.form')} initialValue="off">
        <Segmented options={forms.map((value) => ({ value, label: say(`promo.form.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['form']}>
        {({ getFieldValue }) => <FormFields form={getFieldValue('form') as OfferForm['form']} />}
      </Form.Item>
      <TimesItem />
      <Form.Item label={say('promo.goods')} extra={goods.length === 0 ? say('promo.goods.all') : undefined}>
        <ProductFinder
          onPick={(product) =>
            setGoods((before) =>
              before.some(({ productId }) => productId === product.productId) ? before : [...before, product],
            )
          }
        />
        <ul className="promotion-goods">
          {goods.map(({ productId, name }) => (
            <li key={productId}>
              {name}
              <RemoveButton onClick={() => setGoods(goods.filter((one) => one.productId !== productId))} />
            </li>
          ))}
        </ul>
      </Form.Item>
      <Form.Item name="onPromoted" valuePropName="checked" initialValue noStyle>
        <Checkbox>{say('promo.promoted')}</Checkbox>
      </Form.Item>
      <Form.Item name="alone" valuePropName="checked" initialValue={false} noStyle>
        <Checkbox>{say('promo.alone')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function FormFields({ form }: { form: OfferForm['form'] }) {
  const say = useBuyingWords();
  if (form === 'off')
    return (
      <>
        <Form.List name="tiers" initialValue={[{ from: '', off: '' }]}>
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="promotion-tier">
                  <AmountItem name={[name, 'from']} label={say('promo.tier.from')} />
                  <AmountItem name={[name, 'off']} label={say('promo.tier.off')} />
                  {fields.length > 1 && <RemoveButton onClick={() => remove(name)} />}
                </div>
              ))}
              {fields.length < 5 && (
                <Button size="small" onClick={() => add({ from: '', off: '' })}>
                  {say('promo.tier.add')}
                </Button>
              )}
            </>
          )}
        </Form.List>
        <Form.Item name="repeats" valuePropName="checked" initialValue={false} className="promotion-repeats">
          <Checkbox>{say('promo.repeats')}</Checkbox>
        </Form.Item>
      </>
    );
  const needed = [{ required: true, message: say('promo.needed') }];
  return (
    <div className="promotion-tier">
      {form === 'percent' ? (
        <Form.Item name="units" label={say('promo.units')} initialValue={2} rules={needed}>
          <InputNumber min={1} max={999} precision={0} />
        </Form.Item>
      ) : (
        <Form.Item name="nth" label={say('promo.nth')} initialValue={2} rules={needed}>
          <InputNumber min={2} max={99} precision={0} />
        </Form.Item>
      )}
      <Form.Item
        name="percent"
        label={say('promo.percent')}
        initialValue={form === 'nth' ? 50 : 10}
        rules={needed}
      >
        <InputNumber min={1} max={100} precision={0} />
      </Form.Item>
      {form === 'percent' && <AmountItem name="most" label={say('promo.most')} optional />}
    </div>
  );
}

function formOf({
  form,
  tiers = [],
  repeats = false,
  units = 1,
  nth = 2,
  percent = 1,
  most,
}: Wish): OfferForm {
  switch (form) {
    case 'off':
      return {
        form,
        tiers: tiers.map(({ from, off }) => ({ fromFen: fenOf(from)!, offFen: fenOf(off)! })),
        repeats,
      };
    case 'percent':
      return { form, fromUnits: units, fromFen: 0, percent, mostFen: most?.trim() ? fenOf(most) : null };
    case 'nth':
      return { form, nth, percent };
  }
}
