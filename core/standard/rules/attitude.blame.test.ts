import { draftCases } from '../../../test/rule-cases.ts';
import { blame } from './attitude.blame.ts';

draftCases(blame, {
  passes: [
    '这款版型偏小半码，我帮您换大一号吧。',
    '方便说说当时是怎么清洗的吗，我好判断原因。',
    '是我们页面没有写清楚，给您添麻烦了。',
    '出现这种情况一般是接口松了，我教您重新插一下。',
    '不是您的问题，这批拉链确实容易卡。',
    '請問您平常是怎麼保存的呢？我幫您找原因。',
    'This style runs small, so let me swap it for the next size.',
    'May I ask how it was washed, so that I can find the cause?',
  ],
  fails: [
    '是您自己选错了尺码。',
    '谁让您下单之前不看清楚。',
    '别的顾客都用得好好的，就您有问题。',
    '肯定是您自己操作不当弄坏的。',
    '您当时要是量一下就不会这样了。',
    '怪您自己手滑填错地址。',
    '這是您自己沒注意看說明造成的。',
    'You picked the wrong size yourself.',
    'You should have measured before ordering.',
    'Nobody else has had this problem, so it must be how you used it.',
  ],
});
