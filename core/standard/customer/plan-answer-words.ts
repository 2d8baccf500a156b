/** A plan, or terms that are put to the customer. */
export const offers =
  /(?:给|为|帮|替)(?:您|你|亲).{0,24}(?:退|换|补|修|赔|改|约|寄|送|发|申请|安排|催|加急|录|拦截|升级|延|减|免|优惠|转|登记|处理|冻结|留|查|取消|重新)|退到|重发|重新(?:发|下)|(?:可以|可|能|建议|需要|先|安排|只能|最多|要不|要么|麻烦您|您看|方案|重新|直接|再|让).{0,20}(?:退|换|补|修|赔|寄|发|送|等|检测|自提|代收|上门|驿站|留着|自己|改|安装|拿|取|用着|使用|观察|看一下|垫|承担|拆|重启|约|试)|(?:退|换|补|改|寄|送)(?:给)?(?:您|你)|补偿|赔付|红包|优惠券|代金券|折价券|免运券|积分|运费.{0,6}(?:您|承担|自)|换(?:货|新|成|同款)|补发|退(?:款|货|您|\d)|维修|上门|等待|(?:再|请).{0,4}等|三倍|折|回电|改发|下周|(?:明|后|今)(?:天|晚)|周[一二三四五六日]|\b(?:we can|i can|i could|we could|shall i|shall we|would you like|could you|how about|you may|you can|you could|offer|voucher|coupon|refund\w*|replace\w*|exchange|repair|resend|reship|credit|discount|instead|deliver|collect|pick it up|send|ship|book|reschedule|wait|technician|best i can do|earliest|suggest|would \w+ (?:be )?(?:ok|work|suit))\b/;
/** Said as something still to be agreed, not as done. */
export const pending =
  /吗|\?|您看|好不好|行不行|可以|要不|建议|方案|最多|只能|需要您|先(?:帮|给)|(?:给|为|帮)您(?!.{0,8}(?:好了|了$))|安排|您选|还是|\b(?:shall|would|can|could|how about|offer|suggest|best|earliest|will|we'?ll|or|only option|book)\b/;
/** Something extra rather than a way out. */
export const asksForMore =
  /还有(?:其他|什么|别的)|其他(?:问题|需要)|需要(?:给|帮)?您?.{0,6}(?:加购|推荐|延保|购物袋|打印|开发票|备注|加急|补发吗)|加购|要不要(?:再)?(?:带|加|看|多)|推荐其他|您(?:看)?是要.{0,8}吗|拒绝了|收到了吗|回电了吗|已(?:经)?(?:完成|发送|提交|退|补|取消)|评价|好评|差评|满意吗|驳回|anything (?:else|we)|bag with that|add (?:a|an|the) /;
export const choice =
  /还是|或者|或是|要么|二选|方案|[、,].{0,12}(?:都|两)|哪|请选|您选|[一二12][.、:是]|有货|口味|蓝|黑|\bor\b|which/;
export const kinds: readonly string[] =
  '退,换,补,修,送,拦,寄,录,自提,上门,明天,后天,上午,下午,晚上,周一,周二,周三,周四,周五,周六,周日,顺丰,京东,原路,余额,refund,replace,express,standard,credit,exchange,tuesday,monday,friday'.split(
    ',',
  );
export const noneOfThem = /都不|不行|不同意|不接受|都别|哪个都|neither/;
export const empty = /[的了吗呢吧啊哦呀您你我们好请可以这那个是有亲就给帮在为]/;

/** Nothing more is wanted, or what is refused is not the plan. */
export const contented =
  /(?<!有)没(?:有)?(?:别的|其他|事了)|^没(?:有)?了|就这[些样](?:了|,|$)|^那?(?:就|还是)?算了[,。! ]*不用[^,。!?]{1,4}了|不用了?[,! ]*(?:谢|多谢|感谢|辛苦|没)|^(?:不用了?|不需要了?|不用啦|不必了)\W*$|(?:找到|找着|收到|搞定|可以用|能用)了|不(?:急|闹|追究|计较|投诉|着急|要紧|碍事|介意|客气|好意思|怪你)(?!不)|没事|没关系|要脸|慢慢来|that'?s (?:all|it|everything)|no (?:need|worries|problem|rush|complaints)|never mind|sorted|i'?m (?:good|fine|all set)/;
export const no =
  /^(?:那|我|可|这|还是|你们?|都|也|就)?(?:不(?:(?:可|太|大)?(?:要|行|用|需要|同意|接受|换|修|等|够|可以|可能|能接受|能等|想|去|补|满意|值|认|划算|合适|合理|方便|稀罕|干|成|退|敢|会(?:接受|同意|要))(?!不|紧|了解|谢|见)|了(?!解)|好[!,。 ]|[,。! ]|$)|别(?!的|家|人|客气|着急|急)|甭|算了|免了|拒绝|没门|没必要|休想|做梦|想得美|谁(?:稀罕|要|还敢|缺)|留着(?:你|给|吧?你))|[,。! ](?:我|也|还是|先|可|就)?(?:不(?:要|行|同意|接受|换|修|等|够|可以|能接受|需要|用|想(?:要|等|换|修|再)|去|补|满意|值|认|划算|合适|方便|合理|稀罕|干|现实|成)(?!紧|了解|吗|么|说|我)|别(?:换|补|修|发|退|给|寄|想|拿|打发|冻结|放|来)|算了|免了|没必要|没门|没用|谁稀罕)|(?<!叫|让|教|劝|跟)我(?:不|可不|才不|真不|坚决不|绝不)(?:要|同意|接受|换|修|等|能|想|敢|需要|去|认|稀罕|会(?:接受|同意|要))|不(?:同意|接受|可能|能接受)|不(?:太)?敢(?:用|拆|要)|等不了|等不及|来不及|(?:^|[,。?! ])[一-龥]{1,4}不行[,! 哦啊]|没(?:法|办法|时间)(?:等|去|接受|自提)|(?:券|红包|积分|补偿|十块|五块|这点钱?).{0,4}(?:没用|不要|免|不用|就免|留着|留给|你们?(?:自己)?留)|(?<!客人|顾客|客户|[他她])不(?:等|修|换|要|观察|补|装|试)了|(?:白送|送我).{0,4}不要|直接退(?:钱|款)|还是(?:退|给我退|换别的|取消|送|等|帮我看看能不能退)|我(?:要|只要|就要)(?:的是|退|全额|新的|现金|钱|原来的?)|换个(?:鸟|屁|头)|观察你|少一分|你们?(?:卖的)?你们?(?:来|自己)(?:修|扛|留|用)|别发了|\?.{0,6}不要|^(?:no\b|nope|nah|not (?:really|interested|good enough|enough|acceptable|ok|worth)|i (?:don'?t|won'?t|do not|can'?t|cannot|refuse|would rather|'d rather)|that (?:doesn'?t|won'?t|does not)|absolutely not|keep (?:your|it|the)|forget|stick|shove|cancel)|(?:[,.?!] ?|and |so )(?:no|nope|no thanks?|no thank you)(?:\.|!|$|,)|\b(?:not (?:accept\w*|acceptable|good enough|interested|paying|waiting|happy with|going to (?:pay|wait|accept))|i (?:don'?t|do not) want|i (?:won'?t|refuse|can'?t (?:accept|wait|get|do|take))|cant (?:do|get|wait)|no thanks?|i'?d rather|would rather|(?:stick|shove|keep) your|is better|cancel it|there (?:is|won'?t be) (?:no|a) next)\b/;
export const dislike =
  /(?<!(?:别|不要|不会).{0,6})太(?:少|久|麻烦|远|慢|贵|低|折腾)|(?:七|十|\d+)天(?:太|哪|怎么|我就)|打发(?:谁|我|叫花|要饭)|要饭|耍我|开什么玩笑|凭(?:什么|啥)(?:要|让)(?:我)|有没有(?:别的?|快一点)|(?:有|换|还有)(?:没有)?(?:别的|其他)(?:办法|法子|方案|班)|换个(?:办法|方案|法子)|没这个(?:理|道理)|(?:够|能)(?:干|买)(?:嘛|啥|什么)|塞牙|拎不动|亏你们|isn'?t there any (?:way|other)|is that (?:it|all|a joke)|too (?:little|long|late|far)/;
/** With a word of the offer beside it. */
export const negative =
  /(?<!看|找|收|拿|得|打|复制|登|用|搜|查|接)不(?!过|知|记得|清楚|确定|好意|错|仅|管|介意|急|着急|影响|需要我|到|了(?!吧)|对|是|清|见|出|符|让|在|能[再先开用])|没(?:用|必要|时间|空|法|意思|兴趣|人)|别(?!的)|免了|算了|太|过期|还是.{1,8}(?:吧|好)|给(?:你|别人)留|下一个|再坏|\b(?:no|not|don'?t|won'?t|can'?t|cant|rather|without|shove|stick)\b|n't\b/;
export const notYet =
  /\?\s*$|吗\s*$|多久|几天|什么时候|怎么(?!补)|为什么|哪|能不能|可以.{1,12}[吗不]|考虑|想想|商量|比比|等会|我问问|看看再|凭|是不是|还没选|谁跟你|呢\s*$|法院|投诉|撤|评理|程序|\b(?:let me (?:check|think)|think about|head office)\b/;
export const yes =
  /^(?:那|嗯|哦|哎|噢|对|啊|行吧|好吧)*[, ]?(?:好(?!像|烦|慢|差|多|久|不|几|家|坏|难|贵|看|评|用)|行(?!不|李|业)|可以|成(?!本|分|不|天)|中(?!间|午|通)|要得|没问题|同意|妥|ok|嗯|能等|就这[么样]|就按|那就|没意见|接受|敢情好|必须|是的|对的|要的|需要|方便|听你的|麻烦(?:你|您|了)|那?先.{1,8}吧|那?寄吧|([一-龥]{1,3})就\1)|^(?:yes|yep|yeah|sure|ok(?:ay)?|fine|alright|deal|great|perfect|sounds|works|that works|that'?s (?:fine|ok|great)|go ahead|please do|lovely|about (?:bloody )?time)/;
export const takes =
  /(?:退|换|补|修|寄|发|改|选|等|来|留|录|要|拦|弄|就它|就那)(?:货|款|新|着|成|那个)?.{0,6}吧|^(?:选|要|就)(?:第)?[一二三1-3](?:个|种)?|就(?:这个|这么|按|它|换|退|补|用|周|下周|明天|第)|.{1,8}也行|(?:一半|多少)也是|必须|能等|懒得跟你们磨|耗不过|([一-龥]{1,3})就\1|(?:没问题|最好|更好|行的|同意|方便|可以的?|行吧|行啊|好吧|好啊|成啊)(?:[,! ]|了|$)|那就|(?:^|[,! ])(?:换|退|补|修|寄)(?:[,! ]|$)|赶紧退|马上退|打来|\b(?:works for me|works$|i'?ll (?:take|do)|go with|let'?s do|i accept|please (?:do|go)|happy with that|credit\.|send it|book it|do it|then\b.{0,12}choice|'?s good|that'?s fine|makes sense)\b/;
/** The thing is fine by them. */
export const likes =
  /^.{1,8}(?:更好|最好|也行|也可以|也挺?好|挺好|好|不错|更好使)(?:[,! ]|$|我|就)|好家伙那就|那就/;
/** A question about the plan is no answer to it yet. */
export const askedBack = /\?|吗|([一-龥])不\1|会不会|多久|怎么办|多少|几天|不\s*$|没\s*$|[了的]吧\s*$/;
/** A "no" that asks: "don't I need to sign?" */
export const wonders = /^[^。?!,]{0,40}(?:吗|么|,?(?:是吧|对吧|是吗|对吗))[\s?!.。~]*$/;
