import { timedCases } from '../../../test/timed-cases.ts';
import { plans } from './merit.plans.ts';

timedCases(plans, 'chat', [
  ['customer: 杯子裂了', '! agent: 可以给您补发一个，也可以直接退款，我更建议补发，后天就能到'],
  [
    'customer: it is cracked',
    "! agent: I can send a replacement or refund you; I'd suggest the replacement, it is quicker.",
  ],
  // A choice without advice, advice without a choice.
  ['customer: 杯子裂了', 'agent: 可以给您补发一个，也可以直接退款'],
  ['customer: 杯子裂了', 'agent: 建议您拍张照片'],
  ['customer: it is cracked', 'agent: I would suggest a photo.'],
]);
