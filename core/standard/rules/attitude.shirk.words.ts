/** Builds that push a problem to somebody else, or let it lie, whatever the words around them. */
const notOurs =
  '不是(?:我们|咱们|我们?店|店里|我)(?:这边)?(?:的问题|的事|负责|管|弄的|定的|能(?:管|解决|决定))|(?:跟|和|与)(?:我们|咱们|店铺?|店里|客服)(?:这边)?(?:无关|没(?:有)?(?:任何)?关系)|不归(?:我|咱)|(?:管|问)不(?:着|到)(?:我|这|那|他|它|$|[,。!?])|插不上手|不在(?:我们|我)(?:这边|这里)?(?:的)?(?:处理|负责|管|责任)|不(?:在|是)[^,。!?]{0,4}责任范围|又不是我|归(?:会员部|物业|总部|平台|财务|厂家|别的部门|他们)(?:管)?(?=$|[,。!?])|我不碰(?:那|这)';
const theirs =
  '(?:那|这)?(?:是|都是|属于)(?:快递|物流|平台|银行|厂家|厂商|运营商|系统|仓库|总部|第三方|主播|师傅|海关|财务|技术|另外一?个部门)[^,。!?]{0,6}(?:的事|的问题|定的|问题$|流程|部门$)|另外一?个部门|谁(?:答应|承诺|说|卖)(?:的)?(?:您|你)?(?:就)?找谁';
const goAsk =
  '(?:您|你)(?:自己)?(?:去|得|要|只能|应该)?(?:去)?(?:问|找)(?:一下)?(?:快递|物流|平台|银行|厂家|厂商|运营商|门店|物业|直播间|主播|驿站|承运方|总部|公司|他们|它|系统)[^,。!?]{0,6}(?:吧|去|呗|理论|啊|问|$)|去直播间问';
const noUse =
  '说不上来|做不了主|(?:我|这边|我们)(?:也)?(?:真|实在)?(?:没|无)(?:什么|啥)?(?:办法|招|法子|辙|能为力)|帮不(?:上|了)(?:您|你|忙|这|$)|我(?:哪|怎么)(?:会)?(?:知道|晓得)|上面定的|照做而已|我(?:也)?(?:只是|就是)(?:个|一个)?(?:打工|接待|普通)|也是打工的|(?<!您)等通知(?=$|[,。!?])|等着吧(?=$|[,。!?])|催也没用|我们哪(?:里|儿)?(?:会)?知道|卖[^,。!?]{1,4}的不管|谁也说不准|不好说(?:$|[,。!?]|的|呢)';
export const chinesePushed = new RegExp([notOurs, theirs, goAsk, noUse].join('|'));

export const englishPushed =
  /\bnot (?:our|my) (?:problem|fault|area|job|department|issue)\b|\b(?:that's|it's|that is) (?:on|up to|between|for) (?:the|you|them)\b|\b(?:handled|issued|managed|made) (?:by|elsewhere)\b|\bwe aren't involved\b|\bwe just (?:resell|sell)\b|\bcouldn't tell you\b|\bno idea\b|\bnothing (?:i|we) can do\b|\b(?:ask|call|contact) (?:the )?(?:courier|carrier|bank|maker|manufacturer|platform|seller)\b[^.!?]{0,20}$/;
