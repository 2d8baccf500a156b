import { describe, expect, test } from 'vitest';
import type { Turn } from './facts.ts';
import { isDissatisfied, moodOfTurn, moodReasons, type Mood } from './mood.ts';
import { moodNow } from './mood-now.ts';
import { viewOf } from './text.ts';

const customer = (text: string): Turn => ({ from: 'customer', text });
const moodOf = ({ text }: Turn, before: Turn[]) => moodOfTurn(viewOf(text), before);

describe('the mood of one message', () => {
  test.each<[Mood, string]>([
    ['calm', '请问这款有L码吗？'],
    ['calm', '好的谢谢'],
    ['calm', '我要一个垃圾桶'],
    ['calm', 'Thanks, that helps!'],
    ['uneasy', '怎么回事，还没更新物流'],
    ['uneasy', '我有点着急用'],
    ['uneasy', 'When will it arrive? I am a bit worried'],
    ['dissatisfied', '等太久了，真失望'],
    ['dissatisfied', '质量太差了'],
    ['dissatisfied', '说好送杯子的，问了三次都装没看见'],
    ['dissatisfied', '都一个星期了还没发货'],
    ['calm', '收到了，少了一颗螺丝'],
    ['calm', '什么时候能发呀'],
    ['calm', '煮了好久了还没熟'],
    ['calm', '一个人炖汤的话太慢了'],
    ['calm', '不买了，太贵了'],
    ['calm', '买这么久用得少'],
    ['strong', '再也不买了，太慢了'],
    ['calm', '看到底部有个螺口'],
    ['calm', '我先试试看'],
    ['calm', '必须用专用清洗剂吗'],
    ['calm', '现在就在充电'],
    ['calm', '手柄掉了一小块漆'],
    ['calm', '加热完把水倒掉是吧'],
    ['calm', '要一星期才到是吧'],
    ['calm', 'BXT-KFR-QT22'],
    ['calm', '操作步骤发我一下'],
    ['calm', '祝你们生意兴隆！再见！'],
    ['dissatisfied', '刚买两天就坏了，什么质量'],
    ['dissatisfied', '怎么又不说话了'],
    ['dissatisfied', '你们的流程太繁琐了'],
    ['dissatisfied', '一次又一次换货，换来还是坏的'],
    ['dissatisfied', '烦人，客服的效率这么低'],
    ['dissatisfied', '早知道这样，我根本不会考虑在你们这里买的'],
    ['strong', '等个毛啊，客服效率真低'],
    ['calm', '麻烦帮我看看流程'],
    ['calm', '别换个包装盒就行'],
    ['calm', '哈哈哈气死我老公了，我抢到了'],
    ['calm', '不是投诉，就想问问几点开门'],
    ['dissatisfied', "I'm disappointed with this."],
    ['strong', '你们这帮骗子！！'],
    ['strong', '气死我了，我要投诉'],
    ['strong', '太慢了！！！'],
    ['strong', 'This is ridiculous. Worst shop ever.'],
    ['strong', '你們太過分了'],
  ])('%s: %s', (mood, text) => expect(moodOf(customer(text), [])).toBe(mood));

  test('an agent’s message has none', () => {
    expect(moodNow([{ from: 'agent', text: '气死我了' }])).toBe('calm');
  });

  test('saying it again presses harder', () => {
    const again = customer('这个能用券吗');
    expect(moodOf(again, [])).toBe('calm');
    expect(moodOf(again, [customer('这个能用券吗')])).toBe('uneasy');
    const puzzled = customer('我搅了很久都搅不匀');
    expect(moodOf(puzzled, [puzzled])).toBe('uneasy');
  });
});

describe('what the agent said before weighs in', () => {
  const after = (agent: string, text: string) => moodOf(customer(text), [{ from: 'agent', text: agent }]);

  test.each<[string, string]>([
    ['请您耐心等待哦', '还要等？都第四天了'],
    ['这属于正常现象', '掉成这样也叫正常'],
    ['请您稍等', '？？'],
    ['We take this seriously.', 'You said that last week and nothing happened.'],
  ])('%s – %s', (agent, text) => expect(isDissatisfied(after(agent, text))).toBe(true));

  test.each<[string, string]>([
    ['请您发一下订单号', '20260817331'],
    ['非常抱歉，麻烦拍张照片', '[图片]'],
    ['抱歉，您看退款还是补发？', '补发吧'],
    ['按一下中间的键', '？'],
    ['亲复制链接打开哦', '复制过去没反应 稍等 我换个手机'],
    ['Sorry about that, which size was it?', 'Medium'],
  ])('%s – %s', (agent, text) => expect(isDissatisfied(after(agent, text))).toBe(false));
});

describe('the reasons', () => {
  test('name what weighed most, the heaviest first', () => {
    const reasons = moodReasons(customer('你们这帮骗子！'), []);
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toMatchObject({ zh: '骂人', en: 'insults' });
    expect(reasons[0]!.weight).toBeGreaterThanOrEqual(reasons[1]!.weight);
  });

  test('say that something was said again', () => {
    const again = customer('麻烦帮我看下物流');
    expect(moodReasons(again, [again], 20)).toContainEqual({
      zh: '又说了一遍',
      en: 'said again',
      weight: 80,
    });
  });

  test('nobody else has any', () => expect(moodReasons({ from: 'agent', text: '气死我了' }, [])).toEqual([]));
});

test.each([
  '',
  ' ',
  '\ud800',
  '\u200b'.repeat(5_000),
  '😡'.repeat(10_000),
  '！'.repeat(60_000),
  '第'.repeat(60_000),
  'a '.repeat(30_000),
  '又等了三天'.repeat(12_000),
])('survives any text', (text) => {
  const start = performance.now();
  expect(['calm', 'uneasy', 'dissatisfied', 'strong']).toContain(moodOf(customer(text), [customer(text)]));
  expect(performance.now() - start).toBeLessThan(500);
});

describe('the mood now', () => {
  test('anger fades step by step over bare facts', () => {
    const turns = [customer('气死我了，骗子'), customer('订单号在截图里')];
    expect(moodNow(turns)).toBe('dissatisfied');
    expect(moodNow([...turns, customer('尺码是M'), customer('黑色那件')])).toBe('calm');
  });

  test('relief ends it at once', () => {
    expect(moodNow([customer('气死我了'), customer('好的谢谢你')])).toBe('calm');
  });

  test('is calm where nobody has spoken', () => expect(moodNow([])).toBe('calm'));
});
