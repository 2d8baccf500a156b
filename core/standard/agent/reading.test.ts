import { describe, expect, test } from 'vitest';
import { viewOf } from '../text.ts';
import { readAgent } from './reading.ts';

const read = (text: string) => readAgent(viewOf(text));
const kinds = (text: string) => read(text).plans.map(({ kind }) => kind);
const slots = (text: string) => read(text).asksFor.map(({ slot }) => slot);

describe('soothing', () => {
  test.each([
    ['这次真的对不住您', 'apology'],
    ['是我们仓库贴错了标签', 'apology'],
    ['让您白跑了一趟', 'apology'],
    ['換作是我也會著急', 'empathy'],
    ['拖了这么多天，谁碰上都窝火', 'empathy'],
    ['完全理解您的心情', 'empathy'],
    ['您说得对，确实不该这样', 'empathy'],
    ['您放心，一分钱都不会少', 'reassurance'],
    ['別擔心，我陪您一步步弄', 'reassurance'],
    ['这单我盯到您收到为止', 'reassurance'],
    ['我这就给网点打电话催', 'charge'],
    ["I'm so sorry about this", 'apology'],
    ['That must have been a horrible evening', 'empathy'],
    ["Don't worry, you won't lose a cent", 'reassurance'],
    ["I'm calling the depot right now", 'charge'],
  ])('%s', (text, kind) => {
    expect(read(text).soothing.map((part) => part.kind)).toContain(kind);
  });

  test.each([
    '请提供一下订单号',
    '好的，请稍等',
    '请您理解',
    '感谢您的耐心等待',
    '请问还有别的问题吗',
    '有什么好着急的',
    '这不是我们的责任',
    '您急也没用',
    '您自己联系快递核实一下',
    '没什么好道歉的',
    '尺码表在详情页',
    'Please send me the order number.',
    'Your feedback is appreciated.',
    'It is not our fault.',
    'Please understand.',
  ])('not: %s', (text) => {
    expect(read(text).soothing).toEqual([]);
  });

  test('points at its own clause', () => {
    const text = '您好，真的很抱歉，麻烦发下单号';
    const { start, end } = read(text).soothing[0]!;
    expect(text.slice(start, end)).toBe('真的很抱歉');
  });

  test('not in what is quoted', () => {
    expect(read('您刚才说“对不起”是吗').soothing).toEqual([]);
  });
});

describe('plans', () => {
  test.each([
    ['这单给您全额退款', 'refund'],
    ['退货单我帮您建好了，师傅明天上门取', 'return'],
    ['给您换一双大一码的', 'exchange'],
    ['少的那包我们今天补发', 'resend'],
    ['安排师傅上门检修', 'repair'],
    ['补您15元红包', 'compensation'],
    ['再送您一条毛巾', 'gift'],
    ['建议您再等两天', 'wait'],
    ['下午四点前给您回电', 'callback'],
    ['差价退给您', 'discount'],
    ['我请主管过来跟进', 'escalate'],
    ['退您一半，杯子您留着用', 'compensation'],
    ['要不给您换一件，好不好？', 'exchange'],
    ["We'll refund the whole amount", 'refund'],
    ["I'll send you another one today", 'resend'],
    ['My supervisor will call you before noon', 'callback'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each([
    '定制商品不能退款',
    '您是想退款吗？',
    '我们支持七天无理由退货',
    '您上次退货是哪天',
    '请点右上角的按钮',
    '麻烦发下订单号',
    '换不了哦',
    'Refunds are not possible.',
    'Did you ask for a refund?',
  ])('not: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('questions', () => {
  test.each([
    ['请问订单号是多少', 'order'],
    ['破的地方拍张照片给我', 'photo'],
    ['您身高体重多少呀', 'size'],
    ['新的收货地址发我一下', 'address'],
    ['您留个手机号吧', 'phone'],
    ['Could you send me a picture of it?', 'photo'],
    ['What is your order number?', 'order'],
  ])('%s', (text, slot) => {
    expect(slots(text)).toContain(slot);
  });

  test.each([
    '是尾号77的这个订单，对吗？',
    '图片收到了，很清楚',
    '不用发订单号，我这边看得到',
    '单号出来我发您',
    '165穿M正好',
    'No need for the order number, I have it.',
  ])('not: %s', (text) => {
    expect(slots(text)).toEqual([]);
  });
});

describe('what else it says', () => {
  test.each(['好的', '好喔', '哦。', '嗯嗯，知道了亲', '随您', 'OK, noted.', '您的反馈已记录'])(
    'bare: %s',
    (text) => {
      expect(read(text).bareAssent).toBe(true);
    },
  );

  test.each(['好的，马上给您退款', '有的', '😊', ''])('not bare: %s', (text) => {
    expect(read(text).bareAssent).toBe(false);
  });

  test('ends, transfers, escalates', () => {
    expect(read('感谢咨询，再见').ends).not.toBeNull();
    expect(read('请问还有其他问题吗？').ends).toBeNull();
    expect(read('这边帮您转接售后').transfers).not.toBeNull();
    expect(read('钱已经转到您卡里了').transfers).toBeNull();
    expect(read('我上报给主管了').escalates).not.toBeNull();
    expect(read('主管今天不在').escalates).toBeNull();
  });
});

test('spaces that stand for commas part what is said', () => {
  expect(kinds('您不用再讲一遍了 直接给您退款')).toContain('refund');
  expect(read('真 的 对 不 起').soothing).toHaveLength(1);
});

test.each([
  ['one sentence', '给您退款,'.repeat(10_000)],
  ['no end', '您'.repeat(65_536)],
  ['lone surrogates', '\ud800'.repeat(10_000)],
  ['nearly a match', '因为我们没有'.repeat(10_000)],
  ['English', 'i will '.repeat(9_000)],
])('reads any text in time: %s', (_, text) => {
  const begun = performance.now();
  const { soothing, plans, asksFor, bareAssent } = read(text);
  expect([soothing, plans, asksFor, bareAssent]).toHaveLength(4);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
