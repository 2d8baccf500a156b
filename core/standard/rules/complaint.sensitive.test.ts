import { expect, test } from 'vitest';
import { factsOf, turnCases } from '../../../test/rule-cases.ts';
import { watch } from '../check.ts';
import { sensitive } from './complaint.sensitive.ts';

turnCases(sensitive, 'customer', {
  passes: [
    '我老公是律师，平时要穿衬衫，帮我推荐个尺码吧',
    '发票抬头写“正信律师事务所”',
    '寄到人民法院对面的小区门口就行',
    '我在市场监管局上班，麻烦寄到单位',
    '用工商银行的卡能付款吗',
    '这款订单号是20263151231588，什么时候发',
    '一共花了315块对吗',
    '3.15那天有活动吗',
    '密码是12345吗',
    '你们有市场监管局的质检报告吗',
    '相机的曝光补偿怎么调',
    '这个媒体播放器支持4K吗',
    '一加热就报警，是什么原因',
    '烟雾报警器怎么换电池',
    '小二，在吗，帮我看看尺码',
    '平台的满减券还能用吗',
    '我在平台上找不到补差价的链接',
    '送货的快递员态度太差了，我要投诉那个快递员到12305',
    '我不会去打12315的，就想问问进度',
    '放心，我不是来投诉你们到消协的，就是问问',
    '这家店太慢了，我要在朋友圈吐槽你们',
    '我要投诉你们这个客服！',
    '广告你们能不能少发一点',
    '告诉你们一个好消息，我升职了',
    '记者证的保护套有吗',
    '法律类的书籍有货吗',
    '平台客服说这个要找你们处理',
    '發票抬頭是明德法律事務所，謝謝',
    'My wife is a lawyer and needs a plain black bag.',
    'Do these court shoes run small?',
    'Please press the button twice, then it works, right?',
    'Is the media player included?',
    'Does the gas regulator fit a 27 mm valve?',
    'Can you ship it express?',
  ],
  fails: [
    '再不退款我就打12315了',
    '行，我现在就拨幺二三一五',
    '我要去消协投诉你们',
    '等着，我找消费者协会评评理',
    '明天我就去工商局举报',
    '我已经向市场监管局反映了，等他们来查你们吧',
    '不处理的话3·15见',
    '那就法院见',
    '我会起诉你们的，证据都留好了',
    '我的律师会联系你们',
    '准备收律师函吧',
    '再骗我就报警',
    '我要走法律途径',
    '我联系记者来采访你们这种黑心商家',
    '我要把这件事曝光到网上',
    '已经申请平台介入了',
    '让小二来判吧',
    '我找京东投诉去',
    '假货！我要举报你们店',
    '你以为我不会打12315吗',
    '别逼我去市监局',
    '打 1 2 3 1 5 投诉你们',
    '我去１２３１５告你们',
    '太过分了，工.商.局见',
    '我要打1950申訴，你們太誇張了',
    '我會請律師處理，你們等著',
    '再不處理我就找消保官',
    '太扯了，我要爆料給媒體',
    "I'll report you to trading standards.",
    'You will be hearing from my solicitor.',
    'I am taking this to small claims court.',
    "I'll sue you if this isn't refunded today.",
    'I am going to the press with this.',
    'I have opened a dispute with PayPal and reported you.',
    'I will file a complaint with the Better Business Bureau.',
    'Fix it or I call the police.',
    { before: ['customer: 三天了没人理我，你们太过分了！', 'agent: 请您再等等'], text: '我哥就是律师' },
  ],
});

test('one alert an event: the same authority named again raises none, another one does', () => {
  const facts = factsOf({
    text: '',
    before: [
      'customer: 不退钱我打12315',
      'agent: 您稍等，我去申请。',
      'customer: 那我打12315了啊',
      'customer: 律师函也给你们寄过去',
    ],
  });
  const alerts = watch(facts, 0, 0, { rules: [sensitive] });
  expect(alerts.map(({ turn, weight, moment }) => ({ turn, weight, moment }))).toEqual([
    { turn: 0, weight: 'alert', moment: 'live' },
    { turn: 3, weight: 'alert', moment: 'live' },
  ]);
});

test('an agent who names an authority raises no alert', () => {
  const facts = factsOf({ text: '', before: ['agent: 您不满意可以打12315投诉我们'] });
  expect(watch(facts, 0, 0, { rules: [sensitive] })).toEqual([]);
});
