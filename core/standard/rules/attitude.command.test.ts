import { draftCases } from '../../../test/rule-cases.ts';
import { command } from './attitude.command.ts';

draftCases(command, {
  passes: [
    '麻烦您拍一张外箱的照片发给我，好吗？',
    '长按电源键三秒，等灯变绿再松开。',
    '请您稍等，我去仓库核对一下。',
    { before: ['customer: 滤芯能拿出来洗吗'], text: '不要取出来' },
    '喜欢的话记得先领券再下单哦。',
    '您先别着急，我马上帮您联系快递。',
    '您可以在我的订单里点申请售后，选换货就行。',
    '請您提供一下訂單編號，我幫您查詢。',
    'Could you please send us a photo of the label?',
    'Hold the reset button for five seconds, then release it.',
    'Please give me a moment while I check the warehouse.',
  ],
  fails: [
    { before: ['customer: 怎么装呢'], text: '自己看图' },
    '自己去看说明书。',
    '等着，别催。',
    '赶紧把照片发过来。',
    '想好了再来问，别浪费时间。',
    '别废话，直接说订单号。',
    '自己量一下再来跟我讲。',
    '去问快递，别来问我。',
    '先看清楚再說話。',
    'Just read the page.',
    'Stop messaging and wait.',
    'Send the photo now.',
  ],
});
