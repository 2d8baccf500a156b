import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Layer, Stacking } from '../../../core/commerce/price/offer.ts';
import { layers } from '../../../core/commerce/price/offer.ts';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import { usePromotionAct } from './promotions-query.ts';

const pairs: readonly (readonly [Layer, Layer])[] = [
  ['threshold', 'discount'],
  ['threshold', 'coupon'],
  ['discount', 'coupon'],
];
const isPair = (one: readonly [Layer, Layer], other: readonly [Layer, Layer]) =>
  one.every((layer) => other.includes(layer));

/** Which offers go together, as the shop's platform applies them. */
export function StackingForm({ stacking, version }: { stacking: Stacking; version: number }) {
  const say = useBuyingWords();
  const [rules, setRules] = useState(stacking);
  const save = usePromotionAct(() => buyingApi.saveStacking(rules, version));
  const changed = JSON.stringify(rules) !== JSON.stringify(stacking);
  return (
    <section className="promotions-part" data-testid="stacking">
      <header>
        <h2>{say('stack.title')}</h2>
      </header>
      <p className="muted">{say('stack.what')}</p>
      <table className="stacking">
        <thead>
          <tr>
            <th>{say('promo.layer')}</th>
            <th>{say('stack.most')}</th>
            <th>{say('stack.judged')}</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer) => {
            const name = say(`promo.layer.${layer}`);
            return (
              <tr key={layer}>
                <td>{name}</td>
                <td>
                  <InputNumber
                    aria-label={`${name}: ${say('stack.most')}`}
                    min={0}
                    max={2}
                    precision={0}
                    value={rules.most[layer]}
                    onChange={(most) => setRules({ ...rules, most: { ...rules.most, [layer]: most ?? 0 } })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${name}: ${say('stack.judged')}`}
                    value={rules.judgedOn[layer]}
                    onChange={(judged) =>
                      setRules({ ...rules, judgedOn: { ...rules.judgedOn, [layer]: judged } })
                    }
                    options={(['left', 'before'] as const).map((value) => ({
                      value,
                      label: say(`stack.judged.${value}`),
                    }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="stacking-apart">
        <span>{say('stack.apart')}</span>
        {pairs.map((pair) => {
          const [one, other] = pair;
          return (
            <Checkbox
              key={pair.join()}
              checked={rules.apart.some((apart) => isPair(apart, pair))}
              onChange={({ target }) =>
                setRules({
                  ...rules,
                  apart: [
                    ...rules.apart.filter((apart) => !isPair(apart, pair)),
                    ...(target.checked ? [pair] : []),
                  ],
                })
              }
            >
              {say('stack.pair', { one: say(`promo.layer.${one}`), other: say(`promo.layer.${other}`) })}
            </Checkbox>
          );
        })}
      </p>
      <Button
        type="primary"
        data-testid="save-stacking"
        disabled={!changed}
        loading={save.busy}
        onClick={() => void save.run()}
      >
        {say('stack.save')}
      </Button>
    </section>
  );
}
