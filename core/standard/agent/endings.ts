import type { TextView } from '../text.ts';
import type { Clause } from './clauses.ts';

const bare =
  /^(?:好的?|好滴|好哒|好吧|好嘞|嗯+|恩|哦+|噢|喔|行吧?|可以|知道了?|明白了?|了解了?|收到|清楚了?|随(?:您|你|便)|请便|请自便|您?随意|已?(?:经)?(?:记录|记下|登记|备注|反馈|悉)了?|悉知|ok(?:ay)?|okk|k|noted|got it|fine|sure|al ?right|understood|as you wish|as you like|suit yourself|up to you|go ahead|i see|right|thank you for your feedback|thanks for (?:your|the) feedback|(?:您|你)?(?:的)?(?:意见|反馈|投诉|情况|问题|建议|诉求)(?:我们?|这边)?(?:已|会|都)?(?:经)?(?:帮您)?(?:记录|记下|收到|登记|备注|反馈|知晓|知悉|提交)(?:上去)?)$/;
const polite =
  /^(?:亲+爱?的?|您好|你好|谢谢(?:您|你)?|感谢(?:您|你)?的?(?:反馈|告知|配合|支持|理解)?|的|了|呢|哦|哈|呀|啊|吧|啦|嘞|滴|哒|喔|噢|唷|哟|耶|啰|嘛|先生|女士|小姐|dear|sir|madam|ma'am|thanks|thank you)+|(?:的|了|呢|哦|哈|呀|啊|吧|啦|嘞|亲|您|你|哒|喔|噢|唷|哟|耶|啰|嘛)+$/g;

/** Nothing but "ok", "noted", "as you like". */
export function isBareAssent(view: TextView): boolean {
  if (view.text.length > 60 || !view.hasWords) return false;
  const parts = view.text.split(/[,.。!~;…\s]*[,.。!~;…\n]+[\s]*/).filter((part) => part.trim() !== '');
  let assents = 0;
  for (const part of parts) {
    const core = part.trim().replace(polite, '').trim();
    if (bare.test(part.trim()) || bare.test(core)) assents++;
    else if (core !== '') return false;
  }
  return assents > 0;
}

const closing =
  /结束(?:了)?(?:本次|这次|此次|会话|对话|服务|聊天|咨询|通话)|(?:会话|对话|服务|聊天|咨询)(?:就)?(?:先)?(?:到(?:这|此)|结束|关闭)|(?:就|先)(?:到这|这样)(?:里|吧|了|$)|关闭(?:本次|这次|此次)?(?:会话|对话|窗口|工单)|再见|拜拜|祝(?:您|你)?[^,]{0,4}(?:愉快|开心|顺利|快乐|幸福)|挂(?:断|机)了|(?:期待|欢迎)(?:您|你)?的?(?:下次|再次|再)[^,]{0,4}(?:光临|惠顾|来)|\b(?:good ?bye|bye)\b|\b(?:close|end|closing|ending) (?:this|the|our) (?:chat|conversation|ticket|case|session)|\bhave a (?:nice|good|great|lovely|wonderful)\b|\bthat (?:is|will be) all\b/;
const transferring =
  /转(?:接|交|给|到|去|至|人工|售后|售前|专员|主管|仓库|财务|技术|您|由|您到)[^,]{0,20}|移交|(?:请|麻烦)?(?:您|你)?(?:去|找|联系|咨询|问)(?:一?下)?(?:我们)?(?:的)?(?:售后|售前|主管|专员|另一|其他)(?:客服|同事|部|专员|那边)?|\btransfer|\b(?:connect|pass|hand|put|forward|refer|move)(?:ing)? (?:you|this|your case|it|your chat)(?: over| on| through)*\b.{0,10}\b(?:to|through)\b/;
const noTransfer =
  /转(?:给您|到(?:您|账|余额|卡|微信|支付宝)|账|告|发|达|运|眼|圈|钱)|(?:不|没)(?:能|法|用|会|会)?[^,]{0,2}转|(?:钱|款|元|块|费|包裹|快递|件|物流|中)[^,]{0,6}转|\bnot (?:transfer|pass)|bank transfer|money transfer/;

/** Says that the conversation ends here. */
export function endingIn(clauses: readonly Clause[]): Clause | null {
  return clauses.find(({ text, asks }) => closing.test(text) && !asks) ?? null;
}

/** Hands the customer to somebody else. */
export function transferIn(clauses: readonly Clause[]): Clause | null {
  return clauses.find(({ text, asks }) => transferring.test(text) && !noTransfer.test(text) && !asks) ?? null;
}
