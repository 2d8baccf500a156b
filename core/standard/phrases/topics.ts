/** What a message is about, for the choice of words. */
export type Topic =
  | 'privacy'
  | 'parcel'
  | 'refund'
  | 'exchange'
  | 'size'
  | 'stock'
  | 'price'
  | 'usage'
  | 'fault'
  | 'address'
  | 'invoice'
  | 'cancel'
  | 'goods'
  | 'general';

/** In order of urgency: the first that fits is the topic. */
const signs: readonly (readonly [Topic, RegExp])[] = [
  [
    'fault',
    /坏|破|裂|碎|漏(?!发)|瑕疵|质量|开胶|掉色|起球|异味|发霉|划痕|不亮|不响|没反应|broken|damaged|defect|faulty|crack|leak|stain|quality|stopped working/,
  ],
  ['refund', /退款|退钱|退回来的钱|打款|到账|赔|refund|money back|reimburs/],
  ['exchange', /退货|换货|退换|换成|换个|换一|退了|要退|能退|给退|退吗|exchange|return|swap|replace/],
  [
    'parcel',
    /快递|物流|发货|到货|包裹|签收|派送|配送|运单|还没到|没收到|少发|漏发|几天到|什么时候到|寄出|出货|parcel|package|deliver|shipp|courier|tracking|arrive|dispatch/,
  ],
  ['address', /地址|收件人|收货人|改到|改寄|address|recipient/],
  ['invoice', /发票|开票|抬头|税号|invoice|receipt|vat/],
  ['cancel', /取消|不要了|关闭订单|拍错|买错|cancel|wrong order/],
  [
    'size',
    /尺码|尺寸|码数|多大|大一号|小一号|身高|体重|[smlx]码|偏大|偏小|胸围|腰围|鞋码|size|fit|too (?:big|small|tight|loose)|measure/,
  ],
  ['stock', /有货|没货|缺货|补货|库存|现货|断码|预售|上架|stock|sold out|restock|pre-?order|available/],
  [
    'price',
    /多少钱|价格|便宜|优惠|券|满减|差价|降价|活动|折|贵|包邮|运费|补偿|price|discount|coupon|cheaper|cost|expensive|sale|free shipping|worth/,
  ],
  [
    'usage',
    /怎么用|怎么装|安装|使用|说明|步骤|教程|操作|按键|开机|充电|连接|设置|清洗|机洗|how (?:to|do)|instruction|manual|install|assemble|step|button|setup|wash|read the|label/,
  ],
  [
    'goods',
    /材质|成分|面料|颜色|款式|功能|参数|配件|保质期|适合|区别|哪个好|真的|正品|material|colou?r|feature|include|suitable|compare|genuine|picture|description/,
  ],
];

/** The topic of a normalised text; null where nothing shows. */
export function topicOf(text: string): Topic | null {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? null;
}
