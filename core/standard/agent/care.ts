import type { TextView } from '../text.ts';

/** Asks after the person, or sees to their health. */
const person =
  /还好(?:吗|么)|没事(?:吧|吗)|有没有(?:事|受伤|伤|大碍|不适|不舒服|哪里)|要不要紧|要紧(?:吗|么)|不要紧|大碍|严重(?:吗|么|不)|(?:好|缓解|恢复|消)(?:些|点|一点)?了?(?:吗|没|么)|受伤|伤(?:到|口|势|得|着|情)|烫(?:到|伤)|划(?:到|伤)|疼(?:吗|么|不|得)|痛(?:吗|不|得)|难受|身体|(?:人|孩子|宝宝|小朋友|老人|您|你|家人|手|脸|皮肤|眼睛|现在)[^,。!?]{0,6}(?:怎么样|怎样|如何|还好|安全|没事|情况)|症状|就医|就诊|(?:去|到|上|送|往|进|跑)[^,。!?]{0,4}(?:医院|儿科|皮肤科|急诊|诊所|门诊)|(?:看|问|找|让|请|给|听)(?:一?下)?(?:医生|大夫|急诊)|(?:医生|大夫)(?:怎么|看|说|建议|检查|瞧)|急救|120|(?:有没有|是不是|还|现在)[^,。!?]{0,8}(?:发烧|发热|红肿|起疹|呕吐|吐|拉肚子|呼吸|过敏|痒|麻|头晕|恶心|破皮|流血|出血|肿|烧)|(?:发烧|精神|呼吸|疼|痒|麻|晕|吐|血|肿)[^,。!?]{0,4}(?:吗|么|没有?[?]|怎么样|止住)|冲(?:洗|水)|冷敷|包扎|消毒|(?:停止?|别|不要|先不要|先别|暂停)(?:再|继续)?(?:使?用|吃|喝|涂|碰|接触|穿|擦|抹|佩戴|食用)|断(?:开)?电|拔(?:掉|下)?(?:电源|插头)|远离|通风|送医|体检|平安|\bare you (?:ok|okay|alright|all right|hurt|safe|feeling)|\b(?:is|are) (?:anyone|everyone|he|she|they|your \w+|the (?:baby|child))\b.{0,12}\b(?:ok|okay|alright|all right|hurt|safe|injured)|\bhow (?:are|is|bad|do)\b.{0,24}\b(?:feel\w*|now|hand|burn|skin|face|child|baby|he|she|doing)\b|\b(?:doctor|hospital|medical|emergency|physician|clinic|a&e|first aid|poison control|ambulance)\b|\bhurt\b|\binjur|\bstop (?:using|wearing|eating|taking)|\bunplug|\bcool water|\brinse|\bsymptoms?\b|\bpain\b|\bsafety\b|\bwell-?being|\byour health|\bhow you(?:'re| are)\b/;
/** Goods, money, proof. */
const matter =
  /退(?:款|货|钱|回|给|您|换)|换(?:货|一|新|个)|赔|补偿|补发|红包|优惠券|订单|单号|照片|图片|拍(?:个|张|一|照|下|段)|视频|凭证|证据|检测报告|质检|批次|生产日期|价格|运费|厂家|合格|正品|说明书|\brefund|\bmoney|\breplace|\bexchange|\breturn|\bcompensat|\bcoupon|\bvoucher|\border (?:number|no|id|#)|\bphoto|\bpicture|\bvideo|\bproof|\breceipt|\bbatch|\bcertif|\bwarranty/;
/** Belittles the harm. */
const belittling =
  /(?:不是|不算|没有?|哪有)[^,。!?]{0,4}(?:大事|问题|那么严重|多严重|严重)|(?:自己|您|你)[^,。!?]{0,6}(?:不小心|体质|过敏体质|皮肤(?:太)?敏感)|别人(?:都|用)|没(?:收到|听说|有人)[^,。!?]{0,6}(?:反馈|过敏|受伤)|(?:医院|医生)(?:的)?(?:证明|报告|诊断|单据|发票|病历)/;

/** Whether a person's harm is met by care for the person before talk of goods, money or proof. */
export function caresFirst(views: readonly TextView[]): boolean {
  for (const { unquoted } of views) {
    const matterAt = unquoted.search(matter);
    const before = matterAt < 0 ? unquoted : unquoted.slice(0, matterAt);
    if (person.test(before) && !belittling.test(before)) return true;
    if (matterAt >= 0) return false;
  }
  return false;
}
