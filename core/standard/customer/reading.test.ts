import { describe, expect, test } from 'vitest';
import type { Turn } from '../facts.ts';
import { viewOf } from '../text.ts';
import { readCustomer, type CustomerReading } from './reading.ts';

/** Reads a customer's message, after what the agent said before ("agent > customer"). */
function read(line: string): CustomerReading {
  const [said, before] = line.split(' > ').reverse() as [string, string?];
  const turns: Turn[] = before === undefined ? [] : [{ from: 'agent', text: before }];
  turns.push({ from: 'customer', text: said });
  return readCustomer(viewOf(said), turns, turns.length - 1);
}

function cases(
  name: string,
  holds: (reading: CustomerReading) => boolean,
  lists: Record<'yes' | 'no', string[]>,
) {
  describe(name, () => {
    test.each(lists.yes)('yes: %s', (line) => expect(holds(read(line))).toBe(true));
    test.each(lists.no)('no: %s', (line) => expect(holds(read(line))).toBe(false));
  });
}

cases('upset', ({ upset }) => upset, {
  yes: [
    '等了两个礼拜，太失望了',
    '你们就这样处理？？',
    '到底管不管！！',
    '没人管，搞什么？？',
    'Worst shop ever.',
  ],
  no: [
    // An answer is wanted.
    '请您稍等 > ？？',
    '请您稍等 > ？？？？',
    '好的，在看 > ......',
    '选第二种就行 > ？？那这一种是什么',
    // Passed on for somebody else.
    '客户反映等了一个星期，太慢了',
    '还要等吗',
    'Still nothing? Where is it',
  ],
});

cases('complains', ({ complains }) => complains !== null, {
  yes: [
    '我要投诉你们',
    '再拖我就去投诉了',
    '等着收差评吧',
    '我明天就打12315',
    '这就发到小红书上让大家看看',
    '已经申请平台介入了',
    '法院见',
    '不處理我就去消保會申訴',
    "I'll report you to the ombudsman.",
    'I am going to leave a one star review.',
    "I've already filed a complaint with PayPal",
  ],
  no: [
    '我不是来投诉的，就问问',
    '上次投诉你们处理得挺快',
    '小区里有人投诉太吵，安装改下午吧',
    '看评论里有个差评说会掉色',
    '投诉电话是多少',
    '我是做投诉处理的，想买副耳机',
    '订单尾号12315',
    '这家店好评多吗',
    'No complaints at all, love it',
    'Please press the button twice',
  ],
});

cases('asks for the channel', ({ asksForChannel }) => asksForChannel, {
  yes: [
    '投诉电话是多少',
    '这事我该找谁反映',
    '你们上级部门的邮箱给我一个',
    '在哪里投诉',
    '客訴專線幾號',
    'Where do I complain about this?',
    "What's the email for complaints?",
  ],
  no: [
    '我要投诉！',
    '安装师傅电话多少',
    '总部电话多少，想谈团购',
    '表扬信发到哪里',
    '你们电话几点有人接',
    'What is your phone number for orders?',
  ],
});

cases('wants a person', ({ wantsPerson }) => wantsPerson, {
  yes: [
    '转人工',
    '叫你们经理来',
    '有没有懂安装的师傅',
    '能不能换个人跟我说',
    '让你们领导给我打电话',
    '真人客服，谢谢',
    'Can I speak to your manager?',
    'agent please',
  ],
  no: [
    '人工费多少',
    '主管说下午给我回电',
    '换个人收件行吗',
    '经理椅有黑色吗',
    '我们经理让我来问批发价',
    '你是真人呀',
    'My manager wants two of these',
  ],
});

cases('refuses', ({ refuses }) => refuses !== null, {
  yes: [
    '给您补偿十元券可以吗？ > 不要',
    '给您安排维修可以吗？ > 不修，才买的就修，我要换新的',
    '可以帮您换成灰色。 > 灰色不行，换不了我就退',
    '建议您再等三天。 > 等不了，后天就要用',
    '给您200积分好吗？ > 积分你们自己留着吧',
    '退货运费需要您承担。 > 不同意，是你们发错的',
    '明天上门取件可以吗？ > 明天不行，我出差',
    'We can offer a 10% voucher. > Keep your voucher.',
    'Could you wait another week? > No, I need it now.',
  ],
  no: [
    '不要香菜的有吗',
    '请问还有其他问题吗？ > 没有了，谢谢',
    '需要给您加购延保吗？ > 不用了，就这些',
    '给您退款还是补发？ > 不补发，退款',
    '您要送货上门还是自提？ > 别上门，自提',
    // A fact or a question, not a no to the plan.
    '帮您发个链接，您复制打开可以吗？ > 复制不了',
    '帮您安排上门取件可以吗？ > 那我不需要填单子吗',
    '可以放驿站吗？ > 不在一个小区',
    '可以帮您改地址，要晚两天到。 > 算了，不用改了',
    '帮您拦截退款可以吗？ > 我没有退过货',
    '给您补发一件可以吗？ > 行，那就补吧',
    '给您退款可以吗？ > 可以，不过要退到微信',
    'Standard or express? > standard, no rush',
  ],
});

cases('accepts', ({ accepts }) => accepts, {
  yes: [
    '给您补发一件可以吗？ > 可以',
    '给您退15元，您看行吗？ > 行吧，退吧',
    '给您换新的，明天上门可以吗？ > 好的，我在家',
    '给您退款还是补发？ > 退款吧',
    '最多退您三成，可以吗？ > 三成就三成',
    'Shall I resend it today? > Yes please',
  ],
  no: [
    '好的',
    '您好，很高兴为您服务。 > 好',
    '给您换货可以吗？ > 换货要几天？',
    '给您退15元可以吗？ > 不行，太少了',
    '给您换货可以吗？ > 我再考虑一下',
    'Shall I resend it today? > How long does that take?',
  ],
});

cases('reports harm', ({ harm }) => harm !== null, {
  yes: [
    '戴了一天手腕起疹子了',
    '盖子炸开把我手划破了',
    '孩子把珠子吞下去了',
    'The kettle gave me an electric shock.',
  ],
  no: ['会不会漏电', '花生过敏能吃吗', '气得我要进医院了', 'Is it safe for a baby?'],
});

cases('doubts', ({ doubts }) => doubts !== null, {
  yes: [
    '是正品吗',
    '这个不会是假的吧',
    '怎么跟专柜买的不一样',
    '你们质量越来越差了',
    '扫码查不到防伪信息',
    '這是公司貨嗎',
    'Is this genuine?',
    'Feels like a knock-off',
  ],
  no: [
    '假领子有白色的吗',
    '仿真花能水洗吗',
    '收到少了一颗螺丝',
    '假发怎么打理',
    'Do you have fake eyelashes?',
    '请假条模板有吗',
    '度假酒店离海边远吗',
    '以前那个手机号现在不用了',
    '我家里的不是原装充电器',
    '把那层原装膜撕掉就行吧',
    '那个短信里的地址是假的',
    '要是翻新的话怎么申请退货',
  ],
});

cases('closes or assents', ({ courtesy }) => courtesy !== null, {
  yes: [
    '好的谢谢',
    '收到啦，辛苦了',
    '没别的了，再见',
    '晓得了',
    '找到了，谢谢小哥',
    '掰掰',
    '早点下班哦',
    'thanks, bye!',
    'thx see ya',
    'got it, cheers',
    '妥了',
  ],
  no: [
    '好的，那什么时候发',
    '谢谢，还有一个问题',
    '不等了',
    '不要了',
    '好吗',
    '没收到',
    'ok when will it ship',
    'not good',
    '可以便宜点',
  ],
});

test('thanks close, assent may accept', () => {
  expect([read('谢谢').courtesy, read('好的').courtesy]).toEqual(['thanks', 'assent']);
});

cases('wants the order closed or changed', ({ wantsOrderChanged }) => wantsOrderChanged, {
  yes: [
    '帮我取消吧',
    '地址填错了，改成3号楼',
    '不想要了',
    '颜色换成黑的',
    '拍重复了，退一单',
    'Please cancel my order',
    'Can you change the address to flat 9?',
  ],
  no: [
    '怎么关掉上新提醒',
    '我的航班取消了',
    '取消成功了吗',
    '你们几点关门',
    '改天再来',
    'Was my order cancelled?',
  ],
});

test.each<[string, string[]]>([
  ['订单号20260811000457', ['order']],
  ['[图片]', ['photo']],
  ['身高163，52公斤', ['size']],
  ['我要M码', ['size']],
  ['电话13500001111', ['phone']],
  ['寄到解放路28号3栋', ['address']],
  ['好的', []],
  ['https://shop.example/44712030957.html', []],
  ['我拍不了视频，要不你看看', []],
  ['order no. 4471203', ['order']],
  ['12 Mill Lane please', ['address']],
])('%s gives %j', (line, slots) => expect(read(line).gives).toEqual(slots));

test('marks stand in the original text', () => {
  const text = '  我、要投訴你們！';
  const { start, end } = readCustomer(viewOf(text), [{ from: 'customer', text }], 0).complains!;
  expect(text.slice(start, end)).toContain('投訴');
});

test.each([
  '',
  '\ud800',
  '不'.repeat(60_000),
  '投诉 '.repeat(20_000),
  '过敏了,'.repeat(16_000),
  'no '.repeat(20_000),
  '正品吗'.repeat(20_000),
  '1'.repeat(60_000),
  '路'.repeat(60_000),
  '取消'.repeat(30_000),
])('survives any text in linear time', (text) => {
  const start = performance.now();
  expect(() => read(`给您补发可以吗？ > ${text}`)).not.toThrow();
  expect(performance.now() - start).toBeLessThan(1_500);
});
