/** The kind of an exclusion, from the shop's own word for it: `定制` is made to order. null: the product comes back like any other. */
import { lawfulExclusions } from './policy.ts';

export const exclusionKinds = [...lawfulExclusions, 'opened-hygiene', 'opened-digital', 'other'];

export function exclusionKind(said: string | null | undefined): string | null {
  const word = said?.normalize('NFKC').trim().toLowerCase() ?? '';
  if (word === '' || none.test(word)) return null;
  if (exclusionKinds.includes(word)) return word;
  return kinds.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
}

const none = /^(?:无|否|没有|支持.*|可退|可以退|no|none|-|–|n\/a|false|0)$/;

/** In an order of its own: an opened game is media before it is digital. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['made-to-order', /定制|定做|订制|订做|刻字|made.to.order|custom|personali[sz]ed|engraved/],
  ['fresh', /生鲜|鲜活|易腐|冷藏|冷冻|fresh|perishable|frozen/],
  [
    'opened-media',
    /音像|软件|光盘|影碟|在线下载|下载|激活码|数字化|\bmedia\b|software|download|\bcds?\b|\bdvds?\b/,
  ],
  ['publication', /报纸|期刊|杂志|newspaper|magazine|periodical/],
  ['opened-hygiene', /贴身|内衣|内裤|泳衣|卫生|奶嘴|奶瓶|吸奶|hygien|underwear|intimate|next to the skin/],
  ['opened-digital', /数码|手机|电脑|平板|激活|digital|electronic/],
];
