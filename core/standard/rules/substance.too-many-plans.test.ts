import { conversationCases } from '../../../test/conversation-cases.ts';
import { tooManyPlans } from './substance.too-many-plans.ts';

const broken = 'customer: 收到就是坏的';

conversationCases(tooManyPlans, [
  [broken, '! agent: 可以给您退款，也可以换一件新的，或者补偿20元，再或者派师傅上门维修'],
  [broken, '! agent: 给您全额退款，或者退一半您留着用，给您换新，或者送您一张券，您挑'],
  [broken, 'agent: 您看退款、换一件，还是补偿20元？'],
  [broken, 'agent: 给您换一件新的'],
  // The small print of one plan.
  [broken, 'agent: 给您换一件新的（坏了也可以退款、维修，或者补偿20元，运费报销）'],
  [broken, 'agent: 请拍张照片，再发下订单号和收货地址，还有您的电话'],
  [
    'customer: it broke',
    '! agent: We can refund you, swap it, repair it at our workshop or add a $10 credit for the trouble.',
  ],
  ['customer: it broke', 'agent: Would you like a refund or a replacement?'],
]);
