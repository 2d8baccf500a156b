import { timedCases } from '../../../test/timed-cases.ts';
import { opening } from './phone.opening.ts';

timedCases(opening, 'phone', [
  ['agent: 您好，远山家具，工号3106，请问有什么可以帮您？', 'customer: 查个件'],
  ['agent: 早上好，这里是晴空乐器，我是12号客服，很高兴为您服务', 'customer: 查个件'],
  ['agent: 感谢您致电半亩茶园，工号七七零二，请问需要什么帮助', 'customer: 查个件'],
  ['agent: 您好，我是远山家具的客服，工号3106，请问是陆女士吗？给您回电说一下维修的事', 'customer: 是我'],
  ['system: 本次通话将被录音', 'agent: 您好，远山家具，工号3106，有什么能帮到您', 'customer: 查个件'],
  ['! agent: 您好', 'customer: 查个件'],
  ['! agent: 喂，说吧', 'customer: 查个件'],
  ['! agent: 您好，工号3106，请问有什么可以帮您？', 'customer: 查个件'],
  ['! agent: 您好，远山家具，请问有什么可以帮您？', 'customer: 查个件'],
  ['! agent: 您好，远山家具，工号3106', 'customer: 查个件'],
  // Only the first turn of the agent opens.
  ['! agent: 您好，请讲', 'customer: 查个件', 'agent: 好的'],
  ['agent: Hillside Bikes, good morning! Agent 204 here, how may I help you?', 'customer: hi'],
  ['agent: Welcome to Hillside Bikes, my name is Ann, number 204. What can I do for you?'],
  ['! agent: A very good morning, how can I help?', 'customer: hi'],
  ['! agent: Yeah, who is this?', 'customer: hi'],
  ['customer: 喂？', 'customer: 有人吗'],
]);
