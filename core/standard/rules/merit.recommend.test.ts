import { timedCases } from '../../../test/timed-cases.ts';
import { recommend } from './merit.recommend.ts';

timedCases(recommend, 'chat', [
  ['customer: 拍了那条裙子', '! agent: 推荐搭配同系列的腰带，正好收腰'],
  ['customer: I ordered the tent', "! agent: I'd suggest the ground sheet as well, it fits the same poles."],
  // Asked for, without a reason, to somebody who is unhappy.
  ['customer: 配什么腰带好，推荐一下', 'agent: 推荐搭配同系列的腰带，正好收腰'],
  ['customer: 拍了那条裙子', 'agent: 推荐看看别的'],
  ['customer: 裙子又开线了，什么垃圾质量！', 'agent: 推荐搭配同系列的腰带，正好收腰'],
  ['customer: I ordered the tent', 'agent: It ships today.'],
]);
