import type { TextView } from '../text.ts';

/**
 * Whether a customer's words gave any cause to close or change the order: a request, a slip, regret, another wish. Wider
 * than the reading of a request, so that nobody is accused who may have misunderstood.
 */
export function givesCause(view: TextView): boolean {
  if (!sign.test(view.text)) return false;
  const text = view.text.replace(askedAbout, '');
  return chinese.test(text) || english.test(text);
}

/** Why it was done, or what became of it, is no wish that it be done. */
const askedAbout =
  /(?:怎么|为什么|为啥|为何|谁|显示|居然|竟然|突然)[^,。!?]{0,8}?(?:取消|退|关闭?|撤销?|改|换)[^,。!?]{0,3}?(?:了|款|钱|关闭)(?:我的钱)?|(?:换|退|改)的(?:货|那件|那双|地址)?[^,。!?]{0,4}(?:寄|发|到)[^,。!?]{0,3}(?:了吗|没|吗)|\bwhy (?:did|was|is|has)\b[^.!?]{0,40}\b(?:refund|cancell?ed|closed|changed)\w*/g;

const sign =
  /取消|退|撤|关|不要|不想|不买|改|换|错|拦截|地址|拒收|多拍|重拍|重复|备注|加急|合并|拆|停|送到|寄到|发到|cancel|refund|return|chang|wrong|swap|switch|stop|update|instead|address|size|mistake|don't (?:want|need)|no longer|close|amend|remove|add|exchange|different/;
const chinese =
  /取消|撤(?:销|单|回|掉)|退(?!出|休|烧|让)|关(?:闭|掉|了)[^,。!?]{0,4}(?:单|订单)|(?:不|别)(?:想|用|需要)?(?:要|买|拍|发(?:货)?|寄|送)了?|不想(?:要|买)|改(?!善|进|天|日)|更改|修改|变更|换|(?:拍|买|选|填|写|下|留|点|弄|搞)错|拦截|拒收|多(?:拍|买|下)|重复|(?:送|寄|发)(?:到|去|给|往)(?!哪|那里?了|了)|地址|合并|拆开|先别|停(?:一下|发|止)|要(?:大|小|另)一?[码号]|不是[^,。!?]{0,8}(?:而)?是/;
const english =
  /cancel|refund|return|chang|wrong|swap|switch|\bstop\b|update|instead|address|mistake|don't (?:want|need)|do not (?:want|need)|no longer|close|amend|remove|exchange|different|another (?:size|colou?r)|can (?:i|you|we) (?:add|have|get)|ship it to|send it to/;
