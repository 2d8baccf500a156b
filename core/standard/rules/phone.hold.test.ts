import { timedCases } from '../../../test/timed-cases.ts';
import { hold } from './phone.hold.ts';

timedCases(hold, 'phone', [
  // Leave before, thanks after.
  ['customer: 查运费', 'agent: 我查一下，您稍等可以吗？', 'customer: 好', 'agent: 感谢您的等待，二十元'],
  ['customer: 查运费', 'agent: 方便在线等我一分钟吗', 'customer: 好', 'agent: 让您久等了，二十元'],
  // No thanks: where the agent comes back.
  ['customer: 查运费', 'agent: 我查一下，您稍等可以吗？', 'customer: 好', '! agent: 二十元'],
  // No leave: where the wait is announced.
  ['customer: 查运费', '! agent: 稍等，我查一下', 'customer: 哦', 'agent: 谢谢您等我，二十元'],
  ['customer: 查运费', '! agent: 等一下', 'customer: 哦', '! agent: 二十元'],
  // Nobody waited.
  ['0:00-0:03 customer: 查运费', '0:04-0:06 agent: 稍等', '0:08-0:12 agent: 二十元'],
  ['customer: 查运费', 'agent: 二十元，您不用等'],
  ['customer: 查运费', 'agent: 不好意思让您久等，二十元', 'customer: 哦', 'agent: 还有别的吗'],
  [
    'customer: fee?',
    'agent: May I put you on hold a moment?',
    'customer: ok',
    'agent: Thanks for holding, twenty.',
  ],
  ['customer: fee?', 'agent: May I put you on hold a moment?', 'customer: ok', '! agent: Twenty.'],
  ['customer: fee?', '! agent: Hold on.', 'customer: ok', 'agent: Thanks for waiting, twenty.'],
]);
