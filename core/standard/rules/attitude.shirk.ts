import { answerRule } from '../tone/answer-rule.ts';
import { saidOnce } from '../tone/tone-rule.ts';
import { chinesePushed, englishPushed } from './attitude.shirk.words.ts';

const builds = [chinesePushed, englishPushed];

/** What is not sold here, somebody else's goods, or a courtesy. */
const stock =
  /^这[个款件]?不是(?:我们|咱们?|本店|小店)(?:家|店)?的(?:宝贝|商品|产品|款)?[呢哦哈呀]?$|没有这[款双件个种]|(?:目前|暂时)没有|不客气|不用谢|就是没有(?![办法权人用必义责时了])|(?:这款|它|机器|产品)[^,。!?]{0,8}没有(?![办法权人用必义责时])/;
/** Pointing at what is on the screen. */
const shows = /(?:这样|这么)显示|显示的?(?:就?是)?(?:这|那)[个样款些]/;
/** Of goods, or of what may never come to pass. */
const meantElse = new RegExp(`${stock.source}|的话|如果|万一|\\bif\\b`);
const turnsAway =
  /不(?![错同])|[没无别]|[找问](?![您你题])|联系|自己|自行|系统|规定|页面(?:怎么|写|为准)|为准|决定|政策|流程|公司|厂|快递|物流|仓库|平台|银行|部门|归|负责|权限|运气|只能|就这样|随机|\b(?:not|no|nothing|nobody|ask|contact|call|courier|carrier|maker|manufacturer|supplier|platform|bank|department|system|policy|page|listing|out of|above|up to|beyond|idea)\b|n't/;

/** When it may be expected. */
const expects =
  /(?:补货|到货|有货|发货|送达|恢复|到账|上架|审核)[^。!?]{0,8}\d+(?:[-~到至]\d+)?个?(?:天|日|小时|工作日|周)|\b(?:restock|arriv|ship|deliver|process)\w*[^.?!]{0,20}\d+ ?(?:days?|hours?|weeks?)/;

/** Pushes the problem away, and nowhere in the answer is a next step. */
export const shirk = answerRule(
  {
    id: 'attitude.shirk',
    weight: 'warn',
    says: {
      zh: { title: '推诿', reason: '把问题推开而没有下一步。请说您能做什么，或者谁会在什么时候处理。' },
      en: {
        title: 'Pushing it away',
        reason: 'The problem is pushed away with no next step. Say what you can do, or who will and when.',
      },
    },
  },
  // Without a word that turns away only the most striking.
  {
    tone: 'shirk',
    from: { alone: -90, withEvidence: -250 },
    evidence: ({ view }) => saidOnce(view, builds, meantElse),
    unless: ({ view: { text } }, score) =>
      stock.test(text) || ((score < 60 || shows.test(text)) && !turnsAway.test(text)),
  },
  // An apology is no next step; when it will be is one.
  ({ plans, asksFor, escalates, soothing }, { text }) =>
    expects.test(text) ||
    plans.length > 0 ||
    asksFor.length > 0 ||
    escalates !== null ||
    soothing.some(({ kind }) => kind === 'charge'),
);
