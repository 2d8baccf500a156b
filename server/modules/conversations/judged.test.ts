import { expect, test } from 'vitest';
import type { Finding } from '../../../core/standard/finding.ts';
import { keepJudged } from './judged.ts';

const message = { shopId: 's', conversationId: 'c', clientId: 'one', text: '您稍等，我看一下' };
const findings = [{ rule: 'timing.slow-reply' }] as unknown as Finding[];

test('what was found at the send is known once', () => {
  const judged = keepJudged();
  judged.keep(message, findings);
  expect(judged.take(message)).toEqual(findings);
  expect(judged.take(message)).toBeNull();
});

test('other words under the same id are not what was judged', () => {
  const judged = keepJudged();
  judged.keep(message, findings);
  expect(judged.take({ ...message, text: '自己看' })).toBeNull();
});
