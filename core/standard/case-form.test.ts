import { describe, expect, test } from 'vitest';
import { nowOf, readCaseLine } from './case-form.ts';

const whole = {
  id: 'a-1',
  lang: 'zh',
  channel: 'chat',
  context: {
    customer: { name: '许女士', phones: ['13900001111'], addresses: [], orders: ['20261118001'] },
    products: [{ name: '连体衣', facts: { safetyClass: 'A类', sizes: 3 } }],
    workingHours: '09:00-21:00',
  },
  turns: [
    { from: 'customer', text: '在吗', at: '2026-11-18T10:00:00+08:00' },
    { from: 'agent', text: '在的', at: '2026-11-18T10:00:20+08:00', until: '2026-11-18T10:00:25+08:00' },
  ],
  ended: { by: 'agent', at: '2026-11-18T10:05:00+08:00' },
  expect: [{ turn: 1, rule: 'attitude.insult' }],
};
const read = (value: unknown) => readCaseLine(JSON.stringify(value));
const at = (text: string) => Date.parse(text);

describe('a line becomes a conversation', () => {
  test('with everything that it may hold, and nothing of the expected findings', () => {
    expect(read(whole)).toEqual({
      conversation: {
        id: 'a-1',
        lang: 'zh',
        channel: 'chat',
        hours: { zone: '+08:00', hours: [['09:00', '21:00']] },
        customer: { name: '许女士', phones: ['13900001111'], addresses: [], orders: ['20261118001'] },
        products: [{ name: '连体衣', facts: { safetyClass: 'A类', sizes: '3' } }],
        turns: [
          { from: 'customer', text: '在吗', at: at('2026-11-18T10:00:00+08:00') },
          {
            from: 'agent',
            text: '在的',
            at: at('2026-11-18T10:00:20+08:00'),
            until: at('2026-11-18T10:00:25+08:00'),
          },
        ],
        ended: { by: 'agent', at: at('2026-11-18T10:05:00+08:00') },
      },
    });
  });

  test('with the least that it must hold', () => {
    expect(read({ id: 'b', lang: 'en', channel: 'phone', turns: [] })).toEqual({
      conversation: { id: 'b', lang: 'en', channel: 'phone', hours: 'always', turns: [] },
    });
  });

  test('in the offset of its times', () => {
    const turns = [{ from: 'customer', text: 'hi', at: '2026-11-18T10:00:00-05:00' }];
    const result = read({
      id: 'c',
      lang: 'en',
      channel: 'chat',
      context: { workingHours: '09:00-17:00' },
      turns,
    });
    expect(result).toMatchObject({ conversation: { hours: { zone: '-05:00' } } });
  });
});

describe('a line that is none names the field and why', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['a list', [], 'line', /must be an object/],
    ['no id', { ...whole, id: undefined }, 'id', /must be a text, not absent/],
    ['an empty id', { ...whole, id: ' ' }, 'id', /must not be empty/],
    ['a number as id', { ...whole, id: 7 }, 'id', /must be a text, not 7/],
    ['an unknown language', { ...whole, lang: 'fr' }, 'lang', /"zh" or "en", not "fr"/],
    ['an unknown channel', { ...whole, channel: 'fax' }, 'channel', /"chat" or "phone"/],
    ['no turns', { ...whole, turns: undefined }, 'turns', /must be a list, not absent/],
    ['a turn that is null', { ...whole, turns: [null] }, 'turns[0]', /must be an object/],
    ['a turn without words', { ...whole, turns: [{ from: 'agent' }] }, 'turns[0].text', /must be a text/],
    [
      'a turn by nobody',
      { ...whole, turns: [{ from: 'bot', text: '' }] },
      'turns[0].from',
      /"customer" or "agent"/,
    ],
    [
      'a time without offset',
      { ...whole, turns: [{ from: 'agent', text: '', at: '2026-11-18 10:00' }] },
      'turns[0].at',
      /with its offset/,
    ],
    [
      'a date that does not exist',
      { ...whole, ended: { by: 'agent', at: '2026-13-41T10:00:00Z' } },
      'ended.at',
      /must be a time/,
    ],
    [
      'hours that are none',
      { ...whole, context: { workingHours: '9-21' } },
      'context.workingHours',
      /"09:00-21:00"/,
    ],
    [
      'an hour that does not exist',
      { ...whole, context: { workingHours: '09:00-27:00' } },
      'context.workingHours',
      /must be/,
    ],
    [
      'a phone as a number',
      { ...whole, context: { customer: { phones: [139] } } },
      'context.customer.phones[0]',
      /must be a text/,
    ],
    [
      'a product without name',
      { ...whole, context: { products: [{}] } },
      'context.products[0].name',
      /must be a text/,
    ],
  ])('%s', (_, value, field, why) => {
    expect(read(value)).toEqual({ fault: { field, why: expect.stringMatching(why) } });
  });

  test('broken JSON', () => {
    expect(readCaseLine('{"id": ')).toEqual({
      fault: { field: 'line', why: expect.stringMatching(/is no JSON/) },
    });
  });

  test('an object with a foreign prototype is read like any other', () => {
    const line = '{"__proto__": {"id": "x"}, "lang": "zh", "channel": "chat", "turns": []}';
    expect(readCaseLine(line)).toMatchObject({ fault: { field: 'id' } });
  });
});

test('now is the end, or else the last known time', () => {
  const conversation = (value: unknown) => {
    const result = read(value);
    if ('fault' in result) throw new Error(result.fault.why);
    return result.conversation;
  };
  expect(nowOf(conversation(whole))).toBe(at('2026-11-18T10:05:00+08:00'));
  expect(nowOf(conversation({ ...whole, ended: undefined }))).toBe(at('2026-11-18T10:00:20+08:00'));
  expect(nowOf(conversation({ ...whole, ended: undefined, turns: [] }))).toBe(0);
});
