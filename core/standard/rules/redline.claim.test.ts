import { draftCases } from '../../../test/rule-cases.ts';
import { expect, test } from 'vitest';
import { factsOf } from '../../../test/rule-cases.ts';
import { check } from '../check.ts';
import type { Facts } from '../facts.ts';
import { claim } from './redline.claim.ts';

const of = (...products: NonNullable<Facts['products']>): { facts: Partial<Facts> } => ({
  facts: { products },
});
const romper = of({ name: '连体爬服', facts: { safetyClass: 'B类', material: '70%棉 30%聚酯纤维' } });
const two = of(
  { name: '婴儿帽', facts: { safetyClass: 'A类', material: '100%棉' } },
  { name: '亲子卫衣', facts: { safetyClass: 'C类', material: '聚酯纤维' } },
);
const shirt = of({ name: 'linen shirt', facts: { material: '60% linen, 40% viscose', stock: '14' } });
const lamp = of({ name: '小夜灯', facts: { stock: '1' } });

const mug = of({ name: '真空保温杯', facts: { material: '316不锈钢', guaranteeDays: '365' } });
const sleepers = of(
  {
    name: '小云连体衣',
    facts: { safetyClass: 'A 类' },
    stock: [
      { spec: '66', left: 2 },
      { spec: '73', left: 40 },
    ],
  },
  { name: '小鹿连体衣', facts: { safetyClass: 'A 类' }, stock: [{ spec: '73', left: 25 }] },
  {
    name: '棒球帽',
    facts: { safetyClass: 'B 类' },
    stock: [
      { spec: '蓝色 44', left: 3 },
      { spec: '红色 44', left: 30 },
    ],
  },
);

draftCases(claim, {
  passes: [
    { text: '小云连体衣73码仓库里还有不少，您慢慢挑。', ...sleepers },
    { text: '66码的小云连体衣只剩最后两件了。', ...sleepers },
    { text: '连体衣都是A类的，贴身穿没问题。', ...sleepers },
    { text: '棒球帽是B类的。', ...sleepers },
    { before: ['customer: 棒球帽44的蓝色还有吗'], text: '还剩三顶，喜欢可以拍。', ...sleepers },
    { text: '这不是最后一件，您不用着急。', ...sleepers },
    { text: '您这单只有一件连体衣，最后一个问题想跟您确认下地址。', ...sleepers },
    { text: '保温杯质保一年，坏了给您修。', ...mug },
    { text: '加钱可以延长到三年保修。', ...mug },
    { text: '质保一年，12个月内坏了都可以找我们。', ...mug },
    { text: '库存紧张，只剩最后两件了。' },
    '回头客挺多的，摸着厚实。',
    '最晚明天发出，最近单子有点多。',
    '第一次洗建议单独洗，第一时间通知您。',
    '22厘米是我们家最大的一号。',
    '最好先拍张照片给我看看。',
    '不敢说全网最低，您可以比比再买。',
    '枕头不治颈椎病，疼的话去看医生。',
    '抑菌率91%，有检测报告。',
    'M码后台还有三件，L码十二件。',
    '活动到周日晚上结束，之后恢复一百二十九。',
    '感冒期间别用，先问问大夫。',
    '这款没有祛湿的功效，就是暖和。',
    '祝您早日康复，感冒快点好。',
    '给您最好的服务是应该的。',
    '附近有个天下第一城，逛半天够了。',
    '手快有手慢无，今晚八点开抢哈！',
    { text: '这款是B类的，外出穿没问题。', ...romper },
    { text: '面料含棉70%，聚酯纤维30%。', ...romper },
    { text: '不是纯棉的，掺了三成聚酯纤维。', ...romper },
    { text: '您问的是A类的那款吗？', ...romper },
    { text: 'A类是婴幼儿用的，B类可以贴身穿，C类不贴身。', ...romper },
    { text: '婴儿帽是A类纯棉的。', ...two },
    { text: '袋子是塑料的，里面的爬服照资料写的。', ...romper },
    { text: '洗的时候用洗真丝的那档。', ...romper },
    { before: ['customer: 亲子卫衣是什么料子'], text: '是聚酯纤维的，C类。', ...two },
    { text: 'The linen shirt has 40% viscose in it.', ...shirt },
    { text: '就剩最后一件了，手慢无。', ...lamp },
    '這款是很多客人回購的，不敢說最好。',
    "I can't say it is the best, but it sells well.",
    'It does not cure eczema, please ask your doctor.',
    'Only 2 left in size S, according to the system.',
    'The best way to wash it is by hand.',
    'The offer ends on Sunday.',
  ],
  fails: [
    { text: '73码的小云连体衣只剩最后两件了。', ...sleepers },
    { text: '小鹿连体衣马上就卖完了，库存不多。', ...sleepers },
    { text: '棒球帽也是A类的，放心。', ...sleepers },
    { text: '连体衣是C类的哦。', ...sleepers },
    { before: ['customer: 棒球帽44的红色还有吗'], text: '就剩两顶啦', ...sleepers },
    { text: '这款保温杯质保三年。', ...mug },
    { text: '三年免费保修，放心用。', ...mug },
    { text: '杯子是A类材料的，宝宝可以用。', ...mug },
    { text: 'It comes with a five year warranty.', ...mug },
    { text: 'Only two left in stock.', ...shirt },
    '全网最好的蒸锅，没有之一。',
    '行业第一的面料，别家比不了。',
    '国家级的做工，世界上没人比得过。',
    '我们家全国最低价，史上最低。',
    '戴半个月颈椎病就好了。',
    '能治湿疹，比药膏还管用。',
    '喝了能降血压，药都可以停了。',
    '百分之百杀菌，细菌全部死光。',
    '零甲醛，绝对安全。',
    '仓库就剩最后一件了，您不拍马上被别人拿走。',
    '错过今天，以后再也没有这个价了。',
    '绝版了，永不补货。',
    '全 网 第 ① 的 暖 手 宝',
    '這是世界上最舒服的椅子，獨一無二。',
    { text: '这款爬服是A类的，放心穿。', ...romper },
    { text: '是纯棉的哦，很透气。', ...romper },
    { text: '面料用的是真丝。', ...romper },
    { text: '里面90%棉，很软。', ...romper },
    { before: ['customer: 亲子卫衣宝宝能穿吗'], text: '能，是A类的。', ...two },
    { text: '亲子卫衣也是100%棉。', ...two },
    { text: 'Yes, it is pure linen.', ...shirt },
    { text: 'It is made of silk.', ...shirt },
    { text: 'Only one left, three people have it in their basket.', ...shirt },
    'It is the best mattress in the world.',
    'Nobody else can match our quality, number one in Europe.',
    'It cures insomnia within a week.',
    'Kills 100% of germs, you will never get sick.',
    'Last one, and once it is gone it is never coming back.',
    'Clears up acne in three days, doctors recommend it.',
  ],
});

test('the finding names the fact that it goes against', () => {
  const found = (text: string, { facts }: { facts: Partial<Facts> }) =>
    check({ text }, { ...factsOf({ text }), ...facts }, 0, { rules: [claim] }).map(({ because }) => because);
  expect(found('这款爬服是A类的。', romper)).toEqual([
    { kind: 'fact', product: '连体爬服', fact: 'safetyClass', value: 'B类' },
  ]);
  expect(found('73码的小云连体衣只剩最后两件了。', sleepers)).toEqual([
    { kind: 'stock', product: '小云连体衣', spec: '73', left: 40 },
  ]);
  expect(found('杯子是A类的。', mug)).toEqual([
    { kind: 'fact', product: '真空保温杯', fact: 'safetyClass', value: null },
  ]);
});

test('a message is judged again by what it was judged by when it left', () => {
  const text = '73码的小云连体衣只剩最后两件了。';
  const [cloud] = sleepers.facts.products!;
  const grounds = { products: [{ ...cloud!, stock: [{ spec: '73', left: 2 }] }] };
  expect(
    check({ text, grounds }, { ...factsOf({ text }), ...sleepers.facts }, 0, { rules: [claim] }),
  ).toEqual([]);
});
