/**
 * Classes of words: what a word does in a reply, whatever word it is. They let the tone model carry over from words it
 * has seen to words it has not. English words count only as whole words; one that ends in * also with any ending.
 */
import { automatonOf } from './automaton.ts';

export const wordClasses = {
  you: ['您 你 亲 姐 哥 美女 帅哥 阁下 女士 先生', 'you|your|yours|u|ya'],
  yourself: ['您自己 你自己 自个 自己', 'yourself|your own'],
  we: ['我们 咱 小店 本店 我家 店里 我司 本公司 这边', 'we|our|us|ours'],
  self: ['我', 'i|me|my|mine'],
  others: [
    '别人 人家 大家 其他人 其他顾客 其他客户 其他买家 别的客人 别的顾客 别的买家 谁家 谁都 哪位 其余',
    'others|everyone|everybody|nobody|anyone|else|other customers|other people|other buyers|most people|no one',
  ],
  not: [
    '不 没 别 无 莫 甭 未 勿',
    "not|no|never|none|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|can't|cannot|couldn't|shouldn't|haven't|hasn't",
  ],
  can: ['能 可以 行 成 可', 'can|could|able'],
  cannot: [
    '不能 不可以 不行 不支持 不予 不接受 不给 不退 不换 没法 无法 没办法 办不了 做不了 做不到 不可能 恕 谢绝 概不 不做 不改 不补 不收 不赔 不送 不寄 不开 不办 没戏 免谈 休想 不成 没得 不让',
    "can't|cannot|unable|no returns|no refunds|no exchanges|no way|not possible|not allowed|not available|not accepted|not eligible|we don't|won't|declined|denied|rejected|impossible|nope",
  ],
  sorry: ['抱歉 对不起 不好意思 对不住 歉意 致歉 遗憾', 'sorry|apologi*|apolog*|afraid|regret|forgive'],
  please: ['请 麻烦 劳驾 烦请 方便 劳烦 有劳 辛苦您', 'please|could you|would you|mind|kindly|may i'],
  thanks: ['谢 感谢 感激', 'thank*|appreciate*|grateful'],
  help: [
    '帮您 帮你 帮亲 帮忙 给您 给你 为您 替您 我来 我这就 我马上 我现在 我去 我再 这就 这边给 这边帮 安排 申请 登记 核实 跟进 处理 反馈 加急 催一下 备注',
    "i'll|i will|i can|let me|we'll|we can|happy to|i've|i have|i'm",
  ],
  alternative: [
    '不过 可以选 可以考虑 可以换 可以给 或者 要不 要么 建议 推荐 另外 改成 换成 其他办法 也可以 您看',
    'instead|alternatively|however|option*|would you like|suggest*|how about|either',
  ],
  reason: [
    '因为 由于 所以 原因 为了 需要先 规定 活动 根据 考虑到 毕竟',
    'because|since|due to|so that|policy|as it',
  ],
  know: ['知道 明白 懂 了解 清楚 理解 晓得', 'know|understand*|aware|realise|realize'],
  think: ['以为 觉得 认为 想什么 想啥 当是 当成 指望', 'think|thought|expect*|assume*|imagine'],
  read: [
    '看看 看一下 看清 看到 看过 看见 看了 看完 看懂 看不 没看 不看 多看 写着 写了 写得 写明 写清 标注 标明 标着 标题 详情 说明书 页面 页上 公告 上面 上文 往上翻 翻一下 爬楼 截图',
    'read*|page|listing|description|label*|written|above|scroll*|title',
  ],
  said: [
    '说过 说了 说得 说好 说明 说清 讲过 讲了 讲得 告诉过 告诉您 告诉你 提过 提醒 回复过 回复了 解释 回过 发过 发了 答过 交代',
    'told|said|mention*|already|explain*|answered|repeat*|covered',
  ],
  again: [
    '又 再说 再问 三番 几遍 几次 多少遍 多少次 遍了 反复 重复 一直 老是 总是 天天 还问 还要问 还在问 一遍遍 翻来覆去 来来回回',
    'again|how many times|over and over|still|keep|keeps|once more|third time|yet another',
  ],
  busy: [
    '忙 排队 几百 好多人 一大堆 一堆 下班 没空 没时间 急什么 催 慢慢等 等着 等吧 等呗 候着 排着 不止您 不止你 不只您 吃饭',
    'busy|queue|hundreds|rush*|hurry|patience|patient|wait|waiting|lunch break',
  ],
  obvious: [
    '常识 谁都 都知道 很简单 很明显 很清楚 这么简单 小学 幼儿园 三岁 明摆 还用 显然 一目了然 清清楚楚 明明白白 傻子 有眼睛 有手 这种问题 这还 基本',
    'obvious*|common sense|simple|clearly|everyone knows|basic|plain as day|rocket science',
  ],
  how: ['怎么 怎 咋 如何', 'how'],
  why: ['为什么 为啥 为何 凭什么 凭啥 干嘛 干吗 干什么 何苦', 'why'],
  what: ['什么 啥 哪 谁 几 多少', 'what|who|which|where|whose'],
  rhetoric: [
    '难道 难不成 莫非 不就 不是吗 还能 还要我 有什么 有啥 何必 至于 岂 哪有 谁让 谁叫 谁逼 什么时候说 哪只 还想 还想怎 要不要我 是不是要 不然呢',
    "really|seriously|isn't it|didn't you|don't you|do you think|do you want|do you expect|what else|who told|how should i|how am i supposed|since when",
  ],
  fault: [
    '错 误 弄坏 摔 没看 没量 没仔细 没注意 没按 没留意 没检查 没收好 没填 不仔细 不小心 不看 不会用 不按 不注意 不量 不问 选错 拍错 买错 填错 当初 早点 早该 早干 操作不当 使用不当 人为 保管 大意 粗心 马虎',
    'mistake*|wrong|careless|fault|should have|misread|misuse*|you chose|you picked|you ordered|you selected|you forgot|user error',
  ],
  wit: [
    '脑 智 笨 傻 蠢 眼睛 眼神 瞎 文盲 素质 品味 穷 土 丑 胖 见识 矫情 奇葩 有病 神经 可怜 气质 学历 文化 眼光 脸 搞笑 脑子 智商 情商 悟性 理解力 理解能力 记性 耳朵 审美 身材 层次 档次 消费水平 乡下 农村 老年 更年期 家教 做梦 吃药 玻璃心 巨婴',
    'stupid|idiot*|dumb|brain*|clueless|pathetic|cheap|poor|bless|genius|sweetheart|grandma|special|brilliant|dense|slow|honey|buddy|karen|drama',
  ],
  mock: [
    '厉害 佩服 恭喜 真会 真行 真能 真有 可真 高人 大佬 大神 大爷 人才 天才 难得 不愧 皇上 太后 公主 老佛爷 祖宗 上帝 大小姐 您老 开眼 见过世面',
    'congrat*|impressive|bravo|well done|champion|award|your majesty|royalty|oh wow|how sweet|adorable',
  ],
  consequence: [
    '黑名单 拉黑 封号 取消您 取消你 不接待 后果 后悔 试试 走着瞧 等着瞧 您家 你家 住哪 住址 地址我 电话我 起诉 律师 法务 报警 追究 别怪 别想 否则 不然 自负 自己看着办 掂量 小心 当心 吃亏 关照 记住您 记下您 记着 标记 备注您 备注你 全行业 别逼',
    'blacklist*|block*|ban*|flag*|regret*|consequence*|lawyer*|legal|police|report|you|know where|or else|otherwise|forfeit*|warning|careful|blocked',
  ],
  pushAway: [
    '找快递 找物流 找厂家 找平台 找品牌 找驿站 找银行 找他们 找别人 找客服 找卖家 找航空 问快递 问物流 问厂家 问平台 问他们 问别人 问邮局 联系快递 联系物流 联系厂家 联系平台 联系品牌 联系驿站 联系他们 联系官方 联系卖家 联系银行 不归 不是我们 不关 跟我们 与本店 与我们 跟我没 管不 不清楚 不知道 控制不 做不了主 说了不算 无能为力 爱莫能助 不在我 不负责 不管 没权限 只负责 只管',
    "contact|ask the|not our|not my|nothing i|nothing we|out of our|out of my|no idea|don't know|not sure|courier|carrier|manufacturer|department|above my|not responsible",
  ],
  rule: [
    '系统 规定 页面 规则 流程 公司 政策 条款 显示 上头 领导',
    'system|policy|rules|terms|process|procedure',
  ],
  complain: [
    '投诉 举报 差评 曝光 告我 去告 反映 申诉 维权 起诉 消协 工商 平台介入',
    '12315|complain*|report*|bad review|one star|trading standards|bbb|lawsuit|escalate',
  ],
  goAhead: [
    '随便 随您 随你 尽管 去吧 去呗 去啊 请便 爱咋 爱怎 有本事 自便 悉听 奉陪 不拦 欢迎 无所谓 不怕',
    'go ahead|feel free|be my guest|welcome to|by all means|suit yourself|whatever|your call|your choice|knock yourself',
  ],
  superlative: [
    '最好 最低 最强 最优 最佳 最大 最高 最安全 最先进 第一 唯一 顶级 绝对 极致 首选 天花板 全网 全国 国家级 世界级 史上 无敌 永久 万能 冠军 销冠 顶配 王者 鼻祖 独家 零差评 无人能 没有之一',
    'no.1|number one|best|only one|only brand|world|ultimate|unbeatable|perfect|top|strongest|safest|ever',
  ],
  health: [
    '治 疗 疾 病 湿疹 过敏 祛 消炎 杀菌 抗菌 抗癌 抗衰 免疫 减肥 瘦 增高 失眠 颈椎 关节 痘 斑 预防 根治 药 血压 血糖 排毒 止咳 养胃 护眼 近视 脱发 生发 除螨 补钙 长高 聪明',
    'cure*|treat*|heal*|eczema|bacteria|immun*|pain|insomnia|prevent*|detox*|anti-aging|anti-ageing|arthritis|wrinkle*|metabolism|germs',
  ],
  scarce: [
    '最后一 最后几 仅剩 仅此 仅限 只剩 就剩 错过 再也没 马上没 马上涨 要涨 抢光 抢完 绝版 不再有 不再补 手慢 过了今天 今晚过后 明天就涨 明天恢复',
    "last one|last few|last piece|last chance|today only|never again|selling out|left in stock|before it's gone|tonight",
  ],
  messenger: [
    '微信 薇 威信 v信 加v 加个v 加我 扣扣 企鹅 绿泡泡 绿色软件 私聊 私信 私下 私人 私戳 私我 线下 外面 支付宝 银行卡 转账 转给 打款 卡号 汇款 扫码 二维码 收款码 朋友圈 小程序 官网 直接转 直接付 直接找我 直接联系',
    'vx|wx|qq|whatsapp|telegram|line|wechat|instagram|paypal|venmo|zelle|bank transfer|wire|cash app|dm|off the site|off the app|off platform|directly|privately|my own',
  ],
  cheaper: ['便宜 省 优惠 折 手续费 少付 少收 返', 'cheaper|discount|save|fee|less'],
  certain: [
    '百分百 百分之百 百分之一百 绝对 保证 肯定 一定 必定 必到 必须 包您 包你 包退 包换 包满意 打包票 发誓 保准 铁定 准能 准到 准没 永远 绝不 万无一失 妥妥 拍胸脯 担保 没跑 板上钉钉',
    '100%|guarantee*|100 %|definitely|absolutely|certainly|swear|promise|for sure|no doubt|without fail|never|always|bet',
  ],
  outcome: [
    '到 送达 收到 发货 退 合适 掉色 褪色 坏 缩水 起球 通过 满意 问题 变形 过敏 合身 到账',
    'arrive*|deliver*|fit*|fade*|break*|work*|last*|approved|shrink*|refunded',
  ],
  rating: [
    '好评 五星 5星 评价 差评 追评 晒图 晒单 撤诉 撤销 撤回 撤了 删掉 删除 删了 改评 改成好 改一下评 评分 打分 满分 星 评论 几句好话 投诉撤',
    'review*|rating*|star|stars|feedback|withdraw*|delete*|take down|taking down',
  ],
  gift: [
    '返现 返您 返你 红包 现金 送您 送你 送个 送一 赠 礼物 礼品 小礼 优惠券 券 补偿 退您 退你 元 块钱 块 奖励 抽奖 免单 好处 心意 意思一下',
    'gift*|voucher*|coupon*|cashback|cash back|refund*|$|£|€|free|credit|bonus|reward',
  ],
  order: [
    '赶紧 赶快 快点 立刻 马上 给我 别磨 别废 别啰 别吵 别催 别急 别问 别闹 自己看 自己查 自己去 自己想 自己找 自己量 自己搜 自己点 自己算 去看 去问 去查 等着 闭嘴 少废话 听着 速度 抓紧 先看 看清楚 想清楚 说重点',
    "hurry|wait|stop|calm down|look up|google|send|read|check|scroll|listen|just do|make up your mind|don't bother|figure it out",
  ],
  soft: ['哦 呢 哈 呀 哒 噢 啦 亲', '~|:)|haha|lol|hun|dear'],
} satisfies Record<string, [chinese: string, english: string]>;

export type WordClass = keyof typeof wordClasses;

const names = Object.keys(wordClasses) as WordClass[];
const lists = names.map((name) => listOf(...(wordClasses[name] as [string, string])));
const automaton = automatonOf(lists.map((words) => words.map(({ text }) => text)));
/** By class and length: whether a word of it may go on. */
const open = lists.map((words) => new Set(words.filter((word) => word.open).map(({ text }) => text)));

/** The number that `eachWordClass` tells of a class. */
export const numberOfClass = (name: WordClass): number => names.indexOf(name);

/** Calls `found` with the number of each class that occurs in the text, as often as it does. */
export function eachWordClass(
  text: string,
  found: (wordClass: number, start: number, end: number) => void,
): void {
  automaton.scan(text, (wordClass, end, length) => {
    const start = end - length;
    if (isLatin(text, start) && !standsAlone(text, start, end, open[wordClass]!)) return;
    found(wordClass, start, end);
  });
}

function standsAlone(text: string, start: number, end: number, mayGoOn: Set<string>): boolean {
  if (start > 0 && isLatin(text, start - 1)) return false;
  return end >= text.length || !isLatin(text, end) || mayGoOn.has(text.slice(start, end));
}

function isLatin(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x61 && code <= 0x7a;
}

function listOf(chinese: string, english: string): { text: string; open: boolean }[] {
  return [...chinese.split(' '), ...english.split('|')].filter(Boolean).map((word) => {
    const isOpen = word.endsWith('*');
    return { text: isOpen ? word.slice(0, -1) : word, open: isOpen };
  });
}
