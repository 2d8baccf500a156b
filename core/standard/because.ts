import type { Lang } from './facts.ts';

/** What a finding goes against: a fact of the shop's own data. Nothing in it is anybody's personal data. */
export type Because =
  /** null: the facts say nothing of it. */
  | { kind: 'fact'; product: string; fact: ClaimedFact; value: string | null }
  | { kind: 'stock'; product: string; spec: string; left: number }
  | { kind: 'another-customer' };

export type ClaimedFact = 'safetyClass' | 'material' | 'guarantee';

/** As a sentence for whoever wrote it. */
export function becauseSaid(because: Because, lang: Lang): string {
  if (because.kind === 'another-customer') return anothers[lang];
  const { product } = because;
  if (because.kind === 'stock') {
    const { spec, left } = because;
    return lang === 'zh'
      ? `库存：${[product, spec].filter(Boolean).join(' ')} 还有 ${left} 件。`
      : `In stock: ${left} of ${[product, spec].filter(Boolean).join(', ')}.`;
  }
  const fact = factNames[because.fact][lang];
  if (lang === 'zh')
    return because.value === null
      ? `商品资料：${product} 没有写${fact}。`
      : `商品资料：${product} 的${fact}是 ${because.value}。`;
  return because.value === null
    ? `The facts of ${product} do not give its ${fact}.`
    : `By its facts the ${fact} of ${product} is ${because.value}.`;
}

const factNames: Record<ClaimedFact, Record<Lang, string>> = {
  safetyClass: { zh: '安全类别', en: 'safety class' },
  material: { zh: '材质', en: 'material' },
  guarantee: { zh: '质保', en: 'guarantee' },
};

const anothers: Record<Lang, string> = {
  zh: '画线的内容属于另一位顾客。',
  en: 'The underlined words belong to another customer.',
};
