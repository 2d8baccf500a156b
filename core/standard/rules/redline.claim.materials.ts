import type { Mark } from '../rule.ts';
import { viewOf } from '../text.ts';

/** Materials by their names; the first of a row stands for all, and a kind's names hold those of its kinds. */
const materials: readonly (readonly [string, RegExp])[] = [
  ['cotton', /棉(?!服|衣|袄|被|拖|签|柔|花糖|麻)|\bcotton\b/],
  ['silk', /真丝|桑蚕丝|蚕丝|\bsilk\b/],
  ['wool', /羊毛|\bwool\b/],
  ['cashmere', /羊绒|\bcashmere\b/],
  ['linen', /亚麻|(?<![芝])麻(?=料|布|质|$|[^一-鿿烦])|\blinen\b|\bflax\b/],
  ['polyester', /聚酯|涤纶|\bpolyester\b/],
  ['nylon', /锦纶|尼龙|\bnylon\b|\bpolyamide\b/],
  ['elastane', /氨纶|\belastane\b|\bspandex\b/],
  ['viscose', /粘胶|人造丝|\bviscose\b|\brayon\b/],
  ['modal', /莫代尔|\bmodal\b/],
  ['bamboo', /竹纤维|\bbamboo\b/],
  ['leather', /真皮|牛皮(?!纸)|羊皮|头层皮|\bleather\b/],
  ['imitation leather', /人造革|仿皮|\bpu皮?(?![a-z])|超纤皮?|\bfaux leather\b/],
  ['latex', /乳胶|\blatex\b/],
  ['sponge', /海绵|聚氨酯|\bfoam\b|polyurethane/],
  ['coir', /椰棕|棕垫|\bcoir\b/],
  ['solid wood', /实木|原木|\bsolid wood\b|\bsolid (?:oak|beech|walnut|pine)\b/],
  ['board', /密度板|颗粒板|刨花板|多层板|胶合板|\bmdf\b|\bplywood\b|\bparticle ?board\b/],
  ['steel', /不锈钢|\bstainless\b|(?<!\d)(?:304|316)(?!\d)/],
  ['aluminium', /铝合金|铝|\balumini?um\b/],
  ['ceramic', /陶瓷|\bceramic\b|\bporcelain\b/],
  ['glass', /玻璃|\bglass\b/],
  ['silicone', /硅胶|\bsilicone\b/],
  ['plastic', /塑料|\bplastic\b|(?<![a-z])(?:abs|pp|pvc)(?![a-z])/],
  ['down', /羽绒|鹅绒|鸭绒|\bdown\b(?= (?:filling|jacket|coat))/],
  ['gold', /纯金|足金|黄金|\bsolid gold\b|\bpure gold\b/],
  ['silver', /纯银|足银|925银|\bsterling\b|\bpure silver\b/],
];

/** The whole of it: "纯棉", "100% cotton". */
const whole = /(?:纯|全|净|100% ?|百分之?百(?:的)?|\bpure |\ball[- ]|\bnothing but )$/;
/** Says what it is made of, rather than names another thing. */
const states =
  /是|为|用|采|含|材质|面料|材料|料子|做的|的(?:哦|呢|哈)?$|款$|面$|制|成分|\bis\b|\bare\b|\bmade\b|\bof\b|\bit's\b|\bpure\b|\bin\b|\d%/;
const denied =
  /不(?:是|含|算|属于|掺|用|像|如|伤)|没有?(?:含|用)?|无|非|比|像|仿|类似|除了|别|如果|要是|换成|另(?:一|有)|其他|也有|喜欢|洗|适合|搭|配|擦|装|放|\bnot\b|isn't|\bno\b|\blike\b|than|without|if you|\bwash|for /;
/** A part or what comes with it may well be of something else than the product. */
const part =
  /盖|把手|手柄|拉链|扣|包装|袋|盒|箱|底座|脚垫|配件|赠|送的|[里内]衬|填充|边条|支架|\b(?:lid|handle|zip|buttons?|box|bag|packaging|lining|trim|legs?|strap)\b/;

export const materialsIn = (text: string): readonly (readonly [string, RegExpExecArray])[] =>
  materials.flatMap(([name, word]) => {
    const match = word.exec(text);
    return match ? [[name, match] as const] : [];
  });

/** A material that the product does not have, a share it does not have, or the whole of what is only a part. */
export function otherMaterial(text: string, fact: string): Mark | null {
  if (!states.test(text) || part.test(text)) return null;
  const written = viewOf(fact).text;
  const own = materialsIn(written);
  if (own.length === 0) return null;
  for (const [name, match] of materialsIn(text)) {
    const before = text.slice(Math.max(0, match.index - 8), match.index);
    if (denied.test(before)) continue;
    const start = match.index - (whole.exec(before)?.[0].length ?? 0);
    const has = own.some(([known]) => known === name);
    const mixed = own.length > 1 || /(?<!\d)[1-9]\d?(?:\.\d)?%/.test(written);
    if (!has || (whole.test(before) && mixed) || otherShare(before, match[0], written))
      return { start, end: match.index + match[0].length };
  }
  return null;
}

/** "80%棉" where the facts say 65%. */
function otherShare(before: string, material: string, written: string): boolean {
  const said = /(\d{1,3}(?:\.\d)?)% ?$/.exec(before)?.[1];
  const at = written.indexOf(material);
  const own = at < 0 ? undefined : /(\d{1,3}(?:\.\d)?)% ?(?:的)?$/.exec(written.slice(0, at))?.[1];
  return said !== undefined && own !== undefined && Number(said) !== Number(own);
}
