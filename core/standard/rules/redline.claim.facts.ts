import type { ProductFacts } from '../facts.ts';
import type { Mark, Message, Scene } from '../rule.ts';
import { asks, type Sentence } from '../sentences.ts';
import { viewOf } from '../text.ts';
import { otherMaterial } from './redline.claim.materials.ts';

/** Sentences that state a safety class, a material or a last piece other than the product's facts do. */
export function contradicted(message: Message, scene: Scene): Mark[] {
  const products = scene.facts.products ?? [];
  if (products.length === 0 || !stated.test(message.view.text)) return [];
  const marks: Mark[] = [];
  for (const sentence of message.view.sentences) {
    if (asks(sentence)) continue;
    const product = meant(sentence, message, scene, products);
    const found = product ? contradiction(sentence.text, product) : null;
    if (found) marks.push(message.view.mark(sentence.start + found.start, sentence.start + found.end));
  }
  return marks;
}

/** Words of scarcity that the product's stock bears out. */
export function bornOut(words: string, message: Message, scene: Scene): boolean {
  if (!scarce.test(words)) return false;
  const { products = [] } = scene.facts;
  const text = message.view.text;
  const product = meant({ text, start: 0, end: text.length, mark: '' }, message, scene, products);
  const stock = product ? stockOf(product) : null;
  return stock !== null && stock <= saidLeft(text);
}

const scarce = /[剩余仅]|最后|\bonly\b|\blast\b/i;
const stated =
  /[abc] ?类|class|类面料|棉|丝|毛|麻|纤|皮|木|钢|瓷|胶|绒|纶|cotton|silk|wool|linen|leather|wood|steel|polyester/;

function contradiction(text: string, product: ProductFacts): Mark | null {
  const safety = factOf(product, /safety|安全(?:类别|等级)|类别/i);
  const material = factOf(product, /material|fabric|composition|材质|面料|材料|成分/i);
  return (safety ? otherClass(text, safety) : null) ?? (material ? otherMaterial(text, material) : null);
}

/** Another class than the product has: "A类" of one that is B. */
function otherClass(text: string, fact: string): Mark | null {
  const own = classIn.exec(viewOf(fact).text);
  const said = [...text.matchAll(new RegExp(classIn, 'g'))];
  // Two classes side by side explain what the classes are.
  if (!own || said.length !== 1) return null;
  const [match] = said;
  const before = text.slice(Math.max(0, match!.index - 8), match!.index);
  if (letterOf(match!) === letterOf(own) || denied.test(before)) return null;
  return { start: match!.index, end: match!.index + match![0].length };
}

const classIn =
  /(?<![a-z])([abc]) ?(?:类|级(?=面料|安全))|\bclass ([abc])\b|\b([abc])[- ]class\b|\bcategory ([abc])\b/;
const letterOf = (match: RegExpExecArray) => match.slice(1).find((letter) => letter !== undefined);
const denied = /不(?:是|算|属于|到|够)|没有?(?:到|达)|并非|非|达不到|\bnot\b|isn't/;

/** The product a sentence is about: the one it names, else the one named last, else the only one. */
function meant(
  sentence: Sentence,
  { turn }: Message,
  { turns, view }: Scene,
  products: readonly ProductFacts[],
): ProductFacts | null {
  if (products.length === 1) return products[0]!;
  const named = (text: string) => {
    const fitting = products.filter(({ name }) => names(text, viewOf(name).text));
    return fitting.length === 1 ? fitting[0]! : null;
  };
  for (let i = turn, text = sentence.text; i >= 0; i--, text = i >= 0 && turns[i] ? view(i).text : '') {
    const product = named(text);
    if (product) return product;
  }
  return null;
}

/** Its whole name, or the noun that ends it. */
const names = (text: string, name: string) =>
  text.includes(name) ||
  text.includes(/[一-鿿]/.test(name) ? name.slice(-2) : (name.split(' ').at(-1) ?? name));

function factOf({ facts }: ProductFacts, key: RegExp): string | null {
  return (
    Object.entries(facts).find(([name, value]) => key.test(name) && typeof value === 'string')?.[1] ?? null
  );
}

function stockOf(product: ProductFacts): number | null {
  const figure = /\d+/.exec(factOf(product, /stock|库存|存货|现货/i) ?? '');
  return figure ? Number(figure[0]) : null;
}

/** How many a sentence says are left: one, where it names no figure. */
function saidLeft(text: string): number {
  const figure =
    /(\d+|[一两二三四五六七八九十]) ?(?:件|台|口|套|个|张|双|只|条|床|箱|瓶|盒|份|支|left|piece|unit|pair)/.exec(
      text,
    );
  if (!figure) return 1;
  const [, written = ''] = figure;
  return /\d/.test(written)
    ? Number(written)
    : Math.max(1, ' 一二三四五六七八九十'.indexOf(written === '两' ? '二' : written));
}
