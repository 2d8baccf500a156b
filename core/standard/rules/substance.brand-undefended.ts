import { exchangeAt } from '../answer.ts';
import type { Rule, Scene } from '../rule.ts';

/** The customer doubts what the shop sells, and the answer neither clarifies nor reassures. */
export const brandUndefended: Rule = {
  id: 'substance.brand-undefended',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: {
      title: '没有为品牌说明',
      reason: '顾客怀疑品牌、真假或品质，回复既没有说明也没有让人放心，或者直接让找售后。',
    },
    en: {
      title: 'Brand left undefended',
      reason: 'The customer doubts the brand or its quality; the answer neither clarifies nor reassures.',
    },
  },
  turn(message, scene) {
    const exchange = exchangeAt(message, scene);
    const doubting = exchange?.asked.filter((turn) => scene.customer(turn).doubts !== null) ?? [];
    if (!exchange || doubting.length === 0) return [];
    const confirms = doubting.every((turn) => scene.customer(turn).asks) ? yes : null;
    const defended = exchange.answer.some(
      (turn) => defends(turn, scene) || confirms?.test(scene.view(turn).unquoted),
    );
    return defended ? [] : [message.view.markAll()];
  },
};

function defends(turn: number, scene: Scene): boolean {
  const { unquoted } = scene.view(turn);
  if (
    /(?:不(?:能|敢|好|可能)?|没法|无法)(?:给您|给你)?(?:保证|确定|承诺)|\b(?:can't|cannot|don't) (?:guarantee|know|say)/.test(
      unquoted,
    )
  )
    return false;
  return (
    clarifying.test(unquoted) ||
    scene.agent(turn).soothing.some(({ kind }) => kind === 'reassurance' || kind === 'charge')
  );
}

/** "Is it genuine?" – "It is." */
const yes = /^(?:亲[,~ ]*)?(?:是|对|保真)(?:的|哒|滴|呢)|^(?:yes|it is)\b/;

/** Where the goods come from, how they are tested, why they differ. */
const clarifying =
  /是?真的|都是真|正品|真品|真货|正规|正版|原装|原厂|授权|专柜|官方|官网|旗舰|品牌(?:方|商|直)|质检|检测|检验|抽检|报告|证书|认证|防伪|查验|扫码|溯源|验货|验证|验真|鉴定|吊牌|批次|批号|保真|假一|保障|保证|承诺|合格|国标|达标|标准|材质|工艺|原料|面料|成分|配方|直供|直营|直发|直采|进货|进口|备案|生产|出厂|厂家|工厂|偷工|改版|升级|新包装|换(?:了)?(?:新)?包装|新版|旧版|品控|质量(?:一直|没|都|是|上|方面)|严格|老店|年(?:了|的店)|灯光|光线|色差|显示器|手工|正常现象|属于正常|区别|因为|由于|原因|\bgenuin|\bauthentic|\bauthori[sz]|\bofficial|\bcertif|\bguarantee|\btested|\btesting|\bverif|\bwarranty|\binspect|\bserial|\boriginal|\bdirect(?:ly)? from|\bmanufactur|\bfactory|\bbatch|\bmaterial|\breal\b|\b100%|\bbecause\b|\bnew packag|\bquality (?:control|check|is|has)|\bstandards?\b/;
