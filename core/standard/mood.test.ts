import { describe, expect, test } from 'vitest';
import type { Turn } from './facts.ts';
import { moodNow, moodOf, type Mood } from './mood.ts';

const customer = (text: string): Turn => ({ from: 'customer', text });

describe('the mood of one message', () => {
  test.each<[Mood, string]>([
    ['calm', '请问这款有L码吗？'],
    ['calm', '好的谢谢'],
    ['calm', '我要一个垃圾桶'],
    ['calm', 'Thanks, that helps!'],
    ['uneasy', '怎么回事，还没更新物流'],
    ['uneasy', '我有点着急用'],
    ['uneasy', 'When will it arrive? I am a bit worried'],
    ['dissatisfied', '等太久了，真失望'],
    ['dissatisfied', '质量好差'],
    ['dissatisfied', "I'm disappointed with this."],
    ['strong', '你们这帮骗子！！'],
    ['strong', '气死我了，我要投诉'],
    ['strong', '太慢了！！！'],
    ['strong', 'This is ridiculous. Worst shop ever.'],
    ['strong', '你們太過分了'],
  ])('%s: %s', (mood, text) => expect(moodOf(customer(text), [])).toBe(mood));

  test('an agent’s message has none', () => {
    expect(moodOf({ from: 'agent', text: '气死我了' }, [])).toBe('calm');
  });

  test('saying it again presses harder', () => {
    const again = customer('什么时候到');
    expect(moodOf(again, [])).toBe('calm');
    expect(moodOf(again, [customer('什么时候到')])).toBe('uneasy');
  });
});

describe('the mood now', () => {
  test('anger fades step by step over bare facts', () => {
    const turns = [customer('气死我了，骗子'), customer('订单号在截图里')];
    expect(moodNow(turns)).toBe('dissatisfied');
    expect(moodNow([...turns, customer('尺码是M'), customer('黑色那件')])).toBe('calm');
  });

  test('relief ends it at once', () => {
    expect(moodNow([customer('气死我了'), customer('好的谢谢你')])).toBe('calm');
  });

  test('is calm where nobody has spoken', () => expect(moodNow([])).toBe('calm'));
});
