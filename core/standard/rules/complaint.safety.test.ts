import { expect, test } from 'vitest';
import { factsOf, turnCases } from '../../../test/rule-cases.ts';
import { watch } from '../check.ts';
import { safety } from './complaint.safety.ts';

turnCases(safety, 'customer', {
  passes: [
    '这款插座会不会漏电',
    '孩子对牛奶过敏，这个饼干能吃吗',
    '过敏体质能用这款防晒吗',
    '皮肤敏感怕起疹子，有小样吗',
    '老人用电热毯会不会着火啊',
    '锅把手烫不烫手',
    '小零件会掉下来让宝宝吞了吗',
    '烧开水要先空烧一遍吗',
    '充电的时候手机有点温温的，正常吧',
    '辣得我嘴里着火了哈哈，再来两包',
    '气得我快进医院了，你们什么时候发货',
    '等你们回复等得我头都炸了',
    '我家猫吃了罐头吐了两回',
    '狗狗舔了清洁剂一直流口水',
    '人没事，就是杯子碎了一地',
    '没烫着，水壶盖子松了而已',
    '灭火器有两公斤的吗',
    '触电保护器跳了按哪个键',
    '烟雾报警器装哪里好',
    '我在医院上班，寄到门诊楼就行',
    '创可贴和烫伤膏一起买有优惠吗',
    '麻辣味的还有吗',
    '炸鸡用多少度',
    '这个价格看着烫手',
    '东西摔坏了，能换吗',
    '箱子被划破了，里面没事',
    '袖口开了我自己缝两针就行',
    '楼下超市买着了，帮我取消吧',
    '孫子氣得哈哈大笑，很喜歡',
    '刀很快，切肉跟切豆腐一样',
    '这把刀快不快，会不会割手',
    '吹风机吹头发烫不烫头皮',
    '爆款还有货吗',
    '火锅底料辣吗',
    '退款等得我心脏病都要犯了',
    'Is it safe for babies to chew on?',
    'My son is allergic to nuts, does the bar contain any?',
    'Does the kettle get hot on the outside?',
    'Will the battery catch fire if I leave it charging?',
    'So spicy my mouth is on fire haha, sending for more',
    'I was shocked by how fast it came',
    'Waiting for you is giving me a heart attack',
    'My cat threw up after the new food',
    'Nobody was hurt, the glass just broke in the box',
    'Do you sell a fire extinguisher for cars?',
    'The smoke alarm beeps, how do I change the battery?',
    'I work in a hospital, please deliver to reception',
    'Could you cut the price a little?',
    'The phone gets warm while charging, is that normal?',
    'This hoover is killing me with its manual lol',
  ],
  fails: [
    '戴了一晚上，手腕起了一圈疹子',
    '用了你们的面霜，脸上又红又肿',
    '擦了两天眼皮肿得睁不开了',
    '宝宝穿上这件衣服全身都是红疙瘩',
    '锅把断了，热汤泼我脚上，起了好几个水泡',
    '暖水袋漏了，把我妈肚子烫伤了',
    '杯口有个缺口，把我嘴唇划破了',
    '拆箱的时候被铁皮割到手，缝了三针',
    '桌板塌下来砸到孩子的脚了',
    '梯子断了，我摔下来腰动不了',
    '摸到外壳被电了一下，手现在还麻',
    '洗衣机漏电，我老公被电到了',
    '插头一插就冒火星，差点烧到窗帘',
    '充电宝半夜冒烟，屋里全是味道',
    '电瓶在楼道里着火了！',
    '吃了你家的卤味，一家人上吐下泻',
    '喝完一直拉肚子，现在在医院挂水',
    '孩子把纽扣电池咽下去了，我们在去急诊的路上',
    '果冻把老人噎住了，刚缓过来',
    '鱼丸里有铁丝，扎到喉咙了',
    '新柜子味道太大，孩子头晕恶心一晚上',
    '染发膏烧得头皮流水',
    '玻璃盖突然炸了，手上全是血',
    '我爸吃完过敏休克，送医院抢救了',
    '小孩戴着耳朵发炎流脓了',
    '電鍋漏電，我被電到手發麻',
    '擦了乳液臉紅腫，還去掛急診',
    '瓦斯爐點火的時候噴火，燒到我的手',
    '人被烫了，你们还叫我等？',
    '跑步机突然加速，把我甩下来了，尾骨疼',
    { before: ['customer: 这个炸锅怎么用', 'agent: 先预热三分钟哦'], text: '炸裂了，玻璃碎片划伤我手了' },
    'I wore it one evening and my neck came out in a rash.',
    'The lid burst and scalded my arm.',
    'Sparks flew out of the plug when I switched it on.',
    'My dad got an electric shock off the casing.',
    'My toddler swallowed the little magnet, we are on our way to hospital.',
    'The charger caught fire last night.',
    'Smoke is coming out of the toaster right now!',
    'We all got food poisoning from your prawns.',
    'I cut my hand on the edge, it needed stitches.',
    'The chair collapsed with me on it and I hurt my back.',
    'My daughter choked on the loose button.',
    'After the cream my eyes were swollen shut.',
    'I fainted from the fumes of the new mattress.',
    'The glass exploded and my son is bleeding.',
  ],
});

const live = (lines: string[]) => watch(factsOf({ text: '', before: lines }), 0, 0, { rules: [safety] });

test('one alert an event: the answer to “how is it now?” raises none', () => {
  const alerts = live([
    'customer: 孩子用了湿巾，脸上起了一片红疹',
    'agent: 孩子现在怎么样了？去看医生了吗？',
    'customer: 还是红肿，医生说是过敏',
  ]);
  expect(alerts.map(({ turn, weight, moment }) => ({ turn, weight, moment }))).toEqual([
    { turn: 0, weight: 'alert', moment: 'live' },
  ]);
});

test('an agent who asks after harm reports none', () => {
  expect(live(['agent: 您的手被烫伤了吗？要不要紧？'])).toEqual([]);
});

test('the words that report it are the evidence', () => {
  expect(live(['customer: 你好，我的手被割破了'])[0]?.evidence).toMatch(/手|割破/);
});
