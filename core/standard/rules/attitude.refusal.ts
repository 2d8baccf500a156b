import { askedBefore } from '../answer.ts';
import type { Scene } from '../rule.ts';
import type { TextView } from '../text.ts';
import { answerRule } from '../tone/answer-rule.ts';

/** A bare no: in the whole answer neither a reason, nor an apology, nor an alternative. */
export const refusal = answerRule(
  {
    id: 'attitude.refusal',
    weight: 'warn',
    says: {
      zh: { title: '生硬拒绝', reason: '只说不行，没有原因、歉意或别的办法。补上其中一样就好。' },
      en: {
        title: 'A bare no',
        reason: 'A no without a reason, an apology or another way. Add one of them.',
      },
    },
  },
  {
    tone: 'refusal',
    from: { alone: -90 },
    unless: ({ view, turn }, _, scene) => !refuses(view, turn, scene),
  },
  ({ plans, asksFor, escalates, soothing }) =>
    plans.length > 0 || asksFor.length > 0 || escalates !== null || soothing.length > 0,
);

/** A no to what the customer wishes the shop to do; a no to how things are is none, nor is one that says why. */
function refuses({ text }: TextView, turn: number, scene: Scene): boolean {
  if (!denial.test(text) || courtesy.test(text) || reason.test(text) || byItself.test(text)) return false;
  return askedBefore(turn, scene).some((one) => {
    const asked = scene.view(one).text;
    if (byThemselves.test(asked) || (askedAbout.test(asked) && !service.test(text))) return false;
    return wish.test(asked) && (service.test(asked) || service.test(text));
  });
}

const wish =
  /能|(?<!就)可以|可否|可不可|帮|给我|[送退补换赔寄]我|我要|我想|想|(?<!只|不需)要|麻烦|申请|求|行[吗么不]|好不|把|改|\b(?:can|could|may i|want|would|please|i'd|let me|need|give me|any chance|possible|is it ok)\b/;
/** How things are. */
const askedAbout = /([算属是对归])不\1|\bdoes (?:it|this|that) count\b/;
/** What somebody can do by themselves is a question of fact. */
const byThemselves = /(?:客户|顾客|买家|他们?|她们?|自己)[^,。!?]{0,4}(?:能|可以|会)[^,。!?]{0,8}[吗么不]/;
const reason =
  /因为|由于|所以|已经(?:超|过|发|出|生)|超过|过了(?:\d|时间|期|时效|保)|[拍买]了[呀啊的]|目前|暂时|跨[市省区]|保密|拆封|开封|定制|出库|发出|卫生|安全|规定|才能|了就|的话就|其实|\b(?:because|since|due to|already (?:left|shipped|packed)|as it)\b/;
/** What a system does by itself. */
const byItself = /自动(?!退|续)/;
const denial =
  /^不.{1,2}$|不(?:能|可以|可|行|成|支持|给|退|换|改|送|补|赔|接受|予|做|办|开|免|包|收|寄|发|让|了(?:$|[^解起]))|[没无][法得]|没(?:办法|戏|有这)|免谈|休想|谢绝|概不|恕|[改退换办做弄来]不[了到成]|\b(?:no|not|nope|cannot|unable|declined?|refused?|rejected|denied|impossible)\b|n't\b/;
const courtesy = /不(?:客气|用谢|谢|用客气)|没(?:关系|事)|\bno (?:problem|worries)\b|not at all/;
/** What a shop does for somebody; what goods do (heat, fit, connect) is not among it. */
const service =
  /退|换|改|取消|便宜|优惠|折|少[点付收]|送|赠|补|赔|免[费邮运单]|包邮|运费|邮费|加急|提前|[早先晚]点?[发送到]|发票|开票|专票|预留|留[一给着到]|延[长期]|上门|自提|合并|备注|指定|合[并单一成到]|通融|破例|商量|报销|转账|差价|价保|保价|券|红包|refund|return|exchange|swap|chang|cancel|discount|cheaper|free|waive|extend|hold|replac|credit|voucher|coupon|invoice|earlier|sooner|deliver|ship|collect|price match|compensat/;
