import { draftCases } from '../../../test/rule-cases.ts';
import { threat } from './attitude.threat.ts';

draftCases(threat, {
  passes: [
    '超过三十天申请入口会自动关闭，麻烦您留意一下时间。',
    '如果门牌号不完整，包裹可能会被退回来，我帮您补一下。',
    '您放心，退款不会影响您的会员等级。',
    '发货后就改不了地址了，我先帮您联系快递试着拦截。',
    '您想换别的店看看也没关系，券给您留着。',
    '若逾期未付款，訂單會自動取消，您可以重新下單。',
    'If the form is not sent by Friday the request closes by itself, so I will remind you.',
    'This will not affect your account in any way.',
  ],
  fails: [
    '再闹就把你拉黑，以后别想在我们家买东西。',
    '你给差评试试，你家地址我这儿都有。',
    '再这么说话，这单你一分钱也别想退。',
    '你尽管去，到时候后悔的是你自己。',
    '继续纠缠，后果自负。',
    '信不信我让你在哪家店都下不了单。',
    '敢投訴的話，之後的售後你就不用想了。',
    'Keep this up and your account gets blocked for good.',
    'Keep arguing and your refund will be cancelled.',
    'One more message and you get nothing.',
  ],
});
