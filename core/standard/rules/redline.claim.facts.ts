import type { Because, ClaimedFact } from '../because.ts';
import type { ProductFacts } from '../facts.ts';
import type { Mark, Message, Scene } from '../rule.ts';
import { asks } from '../sentences.ts';
import { viewOf } from '../text.ts';
import { longerGuarantee } from './redline.claim.guarantee.ts';
import { otherMaterial } from './redline.claim.materials.ts';
import { meant, productsFor } from './redline.claim.meant.ts';

/** Sentences that state a safety class, a material or a guarantee other than the product's facts do, or beyond them. */
export function contradicted(message: Message, scene: Scene): Mark[] {
  const products = productsFor(message, scene);
  if (products.length === 0 || !stated.test(message.view.text)) return [];
  const marks: Mark[] = [];
  for (const sentence of message.view.sentences) {
    if (asks(sentence) || !stated.test(sentence.text)) continue;
    // Said of several, it is false where it is false of each.
    const found = meant(sentence.text, message, scene, products).map((product) =>
      contradiction(sentence.text, product),
    );
    const [first] = found;
    if (!first || !found.every((one) => one !== null)) continue;
    const { because } = first;
    marks.push({
      ...message.view.mark(sentence.start + first.start, sentence.start + first.end),
      ...(found.every((one) => one.because.value === because.value) && { because }),
    });
  }
  return marks;
}

/** Whether words state what the facts of a product can bear out. */
export const statesFacts = (text: string) => stated.test(text);

const stated =
  /[abc] ?(?:类|级)|class|category|棉|丝|毛|麻|纤|皮|木|钢|瓷|胶|绒|纶|金|银|铝|玻璃|塑料|cotton|silk|wool|linen|leather|wood|steel|polyester|保修|质保|保固|包换|warrant|guarant/;

type Contradiction = Mark & { because: Because & { kind: 'fact' } };

function contradiction(text: string, product: ProductFacts): Contradiction | null {
  return (
    against(product, 'safetyClass', (fact) => otherClass(text, fact), beyondClass(text, product)) ??
    against(product, 'material', (fact) => otherMaterial(text, fact)) ??
    against(product, 'guarantee', (fact) => longerGuarantee(text, fact))
  );
}

function against(
  product: ProductFacts,
  fact: ClaimedFact,
  judge: (value: string) => Mark | null,
  beyond: Mark | null = null,
): Contradiction | null {
  const value = factOf(product, keys[fact]);
  const mark = value === null ? beyond : judge(value);
  return mark && { ...mark, because: { kind: 'fact', product: product.name, fact, value } };
}

const keys: Record<ClaimedFact, RegExp> = {
  safetyClass: /safety|安全(?:类别|等级)|类别/i,
  material: /material|fabric|composition|材质|面料|材料|成分/i,
  guarantee: /guarantee|warranty|质保|保修/i,
};

/** Another class than the product has: "A类" of one that is B. */
function otherClass(text: string, fact: string): Mark | null {
  const own = classIn.exec(viewOf(fact).text);
  const said = onlyClass(text);
  return own && said && letterOf(said) !== letterOf(own) ? placeOf(said) : null;
}

/** A class of a product whose facts are kept, and give none. */
function beyondClass(text: string, { facts }: ProductFacts): Mark | null {
  const kept = Object.values(facts);
  const said = kept.length > 0 ? onlyClass(text) : null;
  if (!said || kept.some((value) => classIn.test(viewOf(value).text))) return null;
  return placeOf(said);
}

/** Two classes side by side explain what the classes are. */
function onlyClass(text: string): RegExpExecArray | null {
  const said = [...text.matchAll(new RegExp(classIn, 'g'))];
  const [match] = said;
  if (said.length !== 1 || !match) return null;
  return denied.test(text.slice(Math.max(0, match.index - 8), match.index)) ? null : match;
}

const placeOf = (match: RegExpExecArray): Mark => ({
  start: match.index,
  end: match.index + match[0].length,
});

const classIn =
  /(?<![a-z])([abc]) ?(?:类|级(?=面料|安全))|\bclass ([abc])\b|\b([abc])[- ]class\b|\bcategory ([abc])\b/;
const letterOf = (match: RegExpExecArray) => match.slice(1).find((letter) => letter !== undefined);
const denied = /不(?:是|算|属于|到|够)|没有?(?:到|达)|并非|非|达不到|\bnot\b|isn't/;

function factOf({ facts }: ProductFacts, key: RegExp): string | null {
  return (
    Object.entries(facts).find(([name, value]) => key.test(name) && typeof value === 'string')?.[1] ?? null
  );
}
