/** Builds of weariness that hardly mean anything else, by what they say: how often, how plain, stop asking, no time, no use. */
const often =
  '(?:说|讲|回|发|问|答|解释|强调|告诉)[^,。!?]{0,6}?(?:[三四五六七八九十百千]|多少|无数|好几|几十|几百|八百)(?:遍|次|回)';
const plain =
  '白纸黑字|[上面身](?:都)?印着呢|(?:十|几|两)秒(?:钟)?的事|加法而已|印得清清楚楚|写得(?:很|这么|那么)?(?:清清楚楚|明明白白)|明摆着|识字就|(?:这|那)还用(?:说|问)|都知道的事|谁(?:都|不)(?:知道|会)(?:吧|啊|的|$)|字面意思|字那么大|那么大(?:个|的)?(?:字|日期|按钮)|(?:这么|那么)简单的(?:事|流程|步骤|问题|操作)';
const stop =
  '总(?:是)?问(?!题)|老(?:是)?问(?!题)|问完(?:没|了没)|怎么(?:还|又)(?:来)?问|非要问|又来一个|又有什么事|看完再来问|都没人看|还能有几个|(?:都|真)?问烦';
const noTime =
  '就两只手|忙得要死|没空(?:一个|跟|和|陪|一|听)|耐心(?:已经)?[^,。!?]{0,3}(?:用完|没了|耗尽|有限)|浪费(?:我的?|大家的?)?时间|长话短说|一次(?:性)?(?:说|问)完|快(?:点)?(?:说|讲)重点|想好(?:了)?再(?:来|发|问|说)';
const noUse =
  '(?:真)?不知道还(?:能|要)怎么(?:说|讲)|没别的可说|(?:说|讲)不通|嘴(?:皮子?)?都?(?:说|讲)干|(?:说|讲)得够(?:清楚|明白)|(?:发|说|问|讲)再多(?:遍|次)|烦死|真服了|服了(?:你|您|$)|真是的|(?:说话|聊天)真累|不看(?:消息|页面|详情|公告|说明)还';
export const chineseWeary = new RegExp([often, plain, stop, noTime, noUse].join('|'));

export const englishWeary =
  /\bfor the last time\b|\bhow many times\b|\bi(?:'m| am) done (?:with|explain)|(?:^|[,.!?] ?)ugh\b|\bwhat now\b|\bany simpler than\b|\bas i(?:'ve| have)? (?:already )?(?:said|told|explained)\b|\bi(?:'ve| have) (?:already )?(?:walked|told|explained|said)[^.!?]{0,30}\b(?:twice|three|four|times|already)\b|\bhow (?:hard|difficult) can it be\b/;

/** Said of one's own efforts with others, or in comfort. */
export const kindly =
  /都行|都可以|慢慢|放心|抱歉|对不起|不好意思|理解|换(?:谁|我|做)|(?:我|帮(?:您|你))(?:已经|刚|这就|马上)?(?:问|催|跟|联系)[^,。!?]{0,4}(?:仓库|快递|厂家|财务|师傅|物流)|随时|尽管|没关系|\b(?:sorry|apolog\w*|feel free|no worries)\b/;
