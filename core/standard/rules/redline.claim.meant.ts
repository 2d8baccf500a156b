import type { ProductFacts } from '../facts.ts';
import type { Message, Scene } from '../rule.ts';
import { viewOf } from '../text.ts';

/** So far back a product that was named is still the one in question. */
const mostTurns = 30;

export const productsFor = (message: Message, { facts }: Scene): readonly ProductFacts[] =>
  message.grounds?.products ?? facts.products ?? [];

/**
 * The products that words may be about: those that they name, else those named last. Where several fit, each of them may be
 * meant.
 */
export function meant(
  words: string,
  { turn }: Pick<Message, 'turn'>,
  { turns, view }: Pick<Scene, 'turns' | 'view'>,
  products: readonly ProductFacts[],
): readonly ProductFacts[] {
  let left = narrowed(words, products);
  for (let i = turn - 1; i >= 0 && i >= turn - mostTurns && left.length > 1; i--)
    if (turns[i]) left = narrowed(view(i).text, left);
  return left;
}

function narrowed(text: string, products: readonly ProductFacts[]): readonly ProductFacts[] {
  if (products.length < 2) return products;
  const whole = products.filter(({ name }) => text.includes(viewOf(name).text));
  if (whole.length > 0) return whole;
  const named = products.filter((product) => nounsOf(product.name).some((noun) => text.includes(noun)));
  return named.length > 0 ? named : products;
}

/** What a customer would call it: the ends of the words in its name. */
export function nounsOf(name: string): readonly string[] {
  let known = nouns.get(name);
  if (!known) nouns.set(name, (known = readNouns(viewOf(name).text)));
  if (nouns.size > mostKept) nouns.delete(nouns.keys().next().value!);
  return known;
}

const nouns = new Map<string, readonly string[]>();
const mostKept = 5_000;

function readNouns(name: string): readonly string[] {
  const chinese = (name.match(/[㐀-鿿]{2,}/g) ?? []).map((run) => run.slice(-2));
  const own = chinese.filter((noun) => !common.test(noun));
  if (own.length > 0) return own;
  const last = name.match(/[a-z]{3,}/g)?.at(-1);
  return last ? [last] : [];
}

/** Ends of words that many goods have. */
const common =
  /新款|正品|包邮|同款|套装|通用|宝宝|婴儿|生儿|儿童|男女|女士|男士|系列|升级|加厚|礼盒|用品|专用/;
