/** What the picker offers, in its order. Pure. */
import type { CustomerOrders, OrderView, ProductView } from '../../../core/commerce/order-api.ts';
import type { Wanted } from './cards-api.ts';

export type Choice = { key: string; wanted: Wanted } & (
  | { order: CustomerOrders['orders'][number]; product?: undefined }
  | { product: ProductView; order?: undefined }
);

export interface ChoiceGroup {
  group: 'orders.theirs' | 'goods.theirs' | 'goods';
  choices: Choice[];
}

/** A product stands once, where the customer has it; `goods` are what the server found for the same words. */
export function choicesOf(
  beside: CustomerOrders | undefined,
  goods: readonly ProductView[] | undefined,
  asked: string,
): ChoiceGroup[] {
  const words = asked.toLowerCase();
  const orders = (beside?.orders ?? []).filter((order) => order.proven && fits(order, words));
  const found = new Set(goods?.map((product) => product.productId));
  const theirs = (beside?.products ?? []).filter(
    ({ productId, name }) => found.has(productId) || name.toLowerCase().includes(words),
  );
  const own = new Set(theirs.map((product) => product.productId));
  const others = (goods ?? []).filter((product) => !own.has(product.productId));
  const groups: ChoiceGroup[] = [
    {
      group: 'orders.theirs',
      choices: orders.map((order) => ({
        key: order.orderId,
        wanted: { kind: 'order', id: order.orderId, name: order.number },
        order,
      })),
    },
    { group: 'goods.theirs', choices: theirs.map(ofProduct) },
    { group: 'goods', choices: others.map(ofProduct) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

const ofProduct = (product: ProductView): Choice => ({
  key: product.productId,
  wanted: { kind: 'product', id: product.productId, name: product.name },
  product,
});

/** The number is masked: its shown end is what people say. */
const fits = ({ number, lines }: OrderView, words: string): boolean =>
  words === '' ||
  number.toLowerCase().includes(words) ||
  (words.length >= 4 && number.slice(-4) === words.slice(-4)) ||
  lines.some((line) =>
    [line.title, line.spec, line.skuCode].some((said) => said?.toLowerCase().includes(words)),
  );
