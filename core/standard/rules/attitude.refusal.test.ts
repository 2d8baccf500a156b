import { draftCases } from '../../../test/rule-cases.ts';
import { refusal } from './attitude.refusal.ts';

draftCases(refusal, {
  passes: [
    // What others can do by themselves is a question of fact.
    { before: ['customer: 买家自己可以改地址吗'], text: '改不了哦' },
    { before: ['customer: 能改地址吗'], text: '不好意思，已经出库改不了了，我帮您联系快递试试转寄。' },
    { before: ['customer: 带电池吗'], text: '这款不带电池哦。' },
    { before: ['customer: 可以退吗'], text: '拆封的奶嘴不能退，因为涉及宝宝卫生，没拆的可以。' },
    { before: ['customer: 能便宜点吗'], text: '价格动不了，不过我可以给您申请一张运费券。' },
    { before: ['customer: 有红色吗'], text: '没有红色，只有蓝色和灰色。' },
    { before: ['customer: 能改寄到隔壁市吗'], text: '暂时不支持改的哦' },
    { before: ['customer: 可以转到外省吗'], text: '跨省不能改的' },
    { before: ['customer: 现在能退我差价吗'], text: '周一那天拍了呀不能退' },
    { before: ['customer: 电子发票就可以', 'customer: 不需要明细'], text: '我们不开纸质发票的呢' },
    {
      before: ['customer: can I change the address'],
      text: 'Sorry, it has already left the warehouse. Once it arrives you can exchange it.',
    },
    { before: ['customer: does it come with a box'], text: 'No, it comes in a paper bag.' },
  ],
  fails: [
    { before: ['customer: 我想退掉这件'], text: '不能退。' },
    { before: ['customer: 能帮我改个地址吗'], text: '改不了。' },
    { before: ['customer: 可以给我换个颜色吗'], text: '不行，换不了。' },
    { before: ['customer: 运费能帮我出吗'], text: '不可以。' },
    { before: ['customer: 晚一天了能不能也给我退'], text: '不行，这个退不了。' },
    { before: ['customer: 可以補一張發票嗎'], text: '不補。' },
    { before: ['customer: could I return this please'], text: 'No, not possible.' },
    { before: ['customer: can you hold it for me until Monday'], text: "We don't do that." },
  ],
});
