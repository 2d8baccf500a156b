import type { TextView } from '../text.ts';

export type ContextId =
  | 'afterNo'
  | 'afterWait'
  | 'afterApology'
  | 'afterCanned'
  | 'afterDefence'
  | 'afterOffer'
  | 'afterRequest'
  | 'afterClaim'
  | 'afterNothing'
  | 'echoes';

const said: readonly (readonly [ContextId, RegExp])[] = [
  [
    'afterNo',
    /不(?:能|可以|支持|给予|予|行|属于|会|退|换|在|包|保)|没(?:有)?办法|无法|没有(?:权限|货|查|其他)|超过|规定|流程|查不到|处理不了|\b(?:can't|cannot|can not|unable|not (?:able|possible|eligible|covered)|policy|unfortunately|no longer)\b/,
  ],
  [
    'afterWait',
    /耐心|稍等|等待|请.{0,3}等|再等|尽快|工作日|排队|稍后|催|\d天|\d小时|\b(?:wait|patien\w+|soon|shortly|business days|hold on|moment|delay\w*|queue)\b/,
  ],
  [
    'afterApology',
    /抱歉|不好意思|对不起|理解|见谅|谅解|别着急|别激动|冷静|消消气|\b(?:sorry|apolog\w+|understand|calm)\b/,
  ],
  [
    'afterCanned',
    /感谢您|祝您|很高兴|有什么可以|有什么需要|请讲|评价|好评|惠顾|期待|重视|为您服务|机器人|智能|\b(?:thank you for|happy to help|how can i help|how may i|rate|feedback|valued|assistant)\b/,
  ],
  [
    'afterDefence',
    /正常|属于|为准|说明书|页面|建议您|您(?:自己|可以自|按|先)|人为|不影响|都是(?:这|正品|一样)|只能|最多|\b(?:normal|as described|manual|page says|within|should be fine|most customers)\b/,
  ],
  [
    'afterOffer',
    /(?:给|为|帮)您.{0,20}(?:退|换|补|修|赔|改|约|寄|发|申请|安排)|补偿|红包|优惠券|积分|您看|可以吗|好吗|行吗|\b(?:we can|i can|shall i|shall we|would you|offer|voucher|refund|replace\w*|how about)\b/,
  ],
  [
    'afterRequest',
    /请(?:您)?.{0,4}(?:提供|发|拍|描述|告知|填|核对|确认|输入|选择)|请问|哪[款个种]|\b(?:please (?:provide|send|share|confirm)|could you (?:send|share|confirm|describe)|which|what is)\b/,
  ],
  [
    'afterClaim',
    /已(?:经)?(?!.{0,3}抱歉)|签收|显示|发出|完成|处理好|反馈|登记|记录|\b(?:has been|have been|was (?:sent|delivered)|already|delivered|shows|logged|escalated)\b/,
  ],
];

/** What the agent said just before. */
export function contextOf(text: string, before: TextView | null): ContextId[] {
  if (!before || !before.hasWords) return ['afterNothing'];
  const agent = before.text.slice(0, 400);
  const found: ContextId[] = [];
  for (const [id, sign] of said) if (sign.test(agent)) found.push(id);
  if (echoes(text, agent)) found.push('echoes');
  return found;
}

const empty = /[的了吗呢吧啊哦呀您你我们好请可以这那个是有,。?!. \d]/;

/** The agent's words thrown back: two characters (or a long word) in a row, said without asking. */
function echoes(text: string, agent: string): boolean {
  const start = text.slice(0, 40);
  if (/[\u4e00-\u9fff]/.test(start)) {
    for (let i = 0; i + 1 < start.length; i++) {
      const pair = start.slice(i, i + 2);
      if (!empty.test(pair) && agent.includes(pair)) return true;
    }
    return false;
  }
  return start.split(/[^a-z']+/).some((word) => word.length > 4 && agent.includes(word));
}
