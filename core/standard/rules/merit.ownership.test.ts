import { timedCases } from '../../../test/timed-cases.ts';
import { ownership } from './merit.ownership.ts';

timedCases(ownership, 'chat', [
  ['customer: 又丢件了', '! agent: 这件事我来跟到底，您不用再找别人'],
  ['customer: 又丢件了', '! agent: 由我负责，今天给您回话'],
  ['customer: lost again', "! agent: I'll personally see to it."],
  ['customer: lost again', '! agent: Leave it with me.'],
  ['customer: 又丢件了', 'agent: 我们会处理的'],
  ['customer: 又丢件了', 'agent: 我们负责人不在'],
  ['customer: lost again', 'agent: It will be handled by our team.'],
  // Once an episode.
  ['customer: 又丢件了', '! agent: 由我负责', 'customer: 好', 'agent: 我会盯着的'],
]);
