import { describe, expect, it } from 'vitest';
import { copied, longestPaste, readPaste, rewritten, type Pasted, type PasteFault } from './paste.ts';

const now = Date.parse('2026-11-11T20:00:00+08:00');
const setting = { channel: 'chat', hours: 'always', now } as const;

function read(text: string): Pasted {
  const result = readPaste(text, setting);
  if ('fault' in result) throw new Error(JSON.stringify(result.fault));
  return result;
}

function fault(text: string): PasteFault {
  const result = readPaste(text, setting);
  if (!('fault' in result)) throw new Error(`was read as ${JSON.stringify(result.form)}`);
  return result.fault;
}

const said = (text: string) => read(text).form.turns.map(({ from, text: words }) => [from, words]);

describe('pasted lines', () => {
  it('say who spoke, in either language and with either colon', () => {
    expect(said('顾客：在吗\n客服: 在的\n\nBuyer: hello\nAgent：hi\n系统：会话已转接')).toEqual([
      ['customer', '在吗'],
      ['agent', '在的'],
      ['customer', 'hello'],
      ['agent', 'hi'],
      ['system', '会话已转接'],
    ]);
  });

  it('may name who it was', () => {
    expect(said('客服 小满：您好\n客服（1001）：在的\n买家[tb**9]: 好')).toEqual([
      ['agent', '您好'],
      ['agent', '在的'],
      ['customer', '好'],
    ]);
  });

  it('without a speaker go on with the one above', () => {
    expect(said('顾客：寄到这里\n地址：柳荫路8号\n谢谢\n客服：好的')).toEqual([
      ['customer', '寄到这里\n地址：柳荫路8号\n谢谢'],
      ['agent', '好的'],
    ]);
  });

  it.each([
    ['10:05 顾客：在吗', '2026-11-11T10:05:00+08:00'],
    ['[10:05:30] 顾客：在吗', '2026-11-11T10:05:30+08:00'],
    ['【10:05】顾客：在吗', '2026-11-11T10:05:00+08:00'],
    ['2026-03-04 10:05 顾客：在吗', '2026-03-04T10:05:00+08:00'],
    ['2026年3月4日 10:05:09 顾客：在吗', '2026-03-04T10:05:09+08:00'],
    ['顾客 (2026/3/4 9:05)：在吗', '2026-03-04T09:05:00+08:00'],
    ['顾客（10:05）：在吗', '2026-11-11T10:05:00+08:00'],
  ])('have their time: %s', (line, at) => {
    expect(read(line).form.turns).toEqual([{ from: 'customer', text: '在吗', at }]);
  });

  it('without a time stay without one: unknown is not zero', () => {
    expect(read('顾客：10:05 到货吗').conversation.turns).toEqual([
      { from: 'customer', text: '10:05 到货吗' },
    ]);
  });

  it('go over midnight', () => {
    const times = read('23:58 顾客：在吗\n00:03 客服：在的').form.turns.map(({ at }) => at);
    expect(times).toEqual(['2026-11-11T23:58:00+08:00', '2026-11-12T00:03:00+08:00']);
  });

  it('are of the shop’s own zone', () => {
    const hours = { zone: 'Europe/Berlin', hours: [['09:00', '18:00']] as [string, string][] };
    const result = readPaste('10:00 顾客：在吗', { ...setting, hours });
    expect(result).toMatchObject({ form: { turns: [{ at: '2026-11-11T10:00:00+01:00' }] } });
  });
});

describe('what cannot be read', () => {
  it.each<[string, PasteFault]>([
    ['您好，在吗', { why: 'speaker', line: 1, words: '您好，在吗' }],
    ['顾客：在吗\n10:05 小满：在的', { why: 'speaker', line: 2, words: '10:05 小满：在的' }],
    ['顾客：在吗\n小满：在的\n顾客：好\n小满：嗯', { why: 'speaker', line: 2, words: '小满：在的' }],
    ['顾客：在吗\n\n25:05 客服：在的', { why: 'time', line: 3, words: '25:05 客服：在的' }],
    ['2026-02-30 10:00 顾客：在吗', { why: 'time', line: 1, words: '2026-02-30 10:00 顾客：在吗' }],
    ['10:05 顾客：在吗\n10:03 客服：在的', { why: 'earlier', line: 2, words: '10:03 客服：在的' }],
    ['{"id": "a",\n "lang": zh}', { why: 'noJson', line: 2 }],
    ['{"id":"a"}\n{"id":"b"}', { why: 'several', line: 2 }],
    [
      '{"id":"a","lang":"zh","channel":"chat","turns":[{"from":"boss","text":""}]}',
      { why: 'field', field: 'turns[0].from' },
    ],
    ['{"id":"a","lang":"zh","channel":"chat","turns":[]}', { why: 'field', field: 'turns' }],
    ['  \n ', { why: 'empty' }],
  ])('is named with its line: %s', (text, why) => {
    expect(fault(text)).toEqual(why);
  });

  it('is too much: by its length, and by its turns', () => {
    expect(fault('顾'.repeat(longestPaste + 1))).toEqual({ why: 'tooLong', limit: longestPaste });
    expect(fault('顾客：在\n'.repeat(1001))).toEqual({ why: 'tooMany', limit: 1000 });
  });

  it('never takes long, whatever it is', () => {
    const lines = ['顾', '1:', '[1', '客服(', 'a:', '顾客 ', '\ud800', '{"', '客服\t', '2026-', ' '];
    const began = performance.now();
    for (const piece of lines) readPaste(piece.repeat(Math.floor(longestPaste / piece.length)), setting);
    for (const piece of lines) readPaste(`顾客：${`${piece}\n`.repeat(9000)}`, setting);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('JSON', () => {
  const form = {
    id: 'case-7',
    lang: 'zh',
    channel: 'phone',
    context: { customer: { name: '宋女士' } },
    turns: [{ from: 'customer', text: '喂', at: '2026-11-11T10:00:00+08:00' }],
  };

  it('is taken as it is, with all it brings', () => {
    const { form: taken, conversation } = read(JSON.stringify(form, null, 2));
    expect(taken).toEqual(form);
    expect(conversation).toMatchObject({ channel: 'phone', customer: { name: '宋女士' } });
  });
});

describe('a case of an episode', () => {
  it('gets a name of its own: the episode’s stays the episode’s', () => {
    const turns = [{ from: 'customer', text: '在吗' }];
    const episode = { id: '01890a5d-ac96-774b-bcce-b302099a8057', lang: 'zh', channel: 'chat', turns };
    expect(read(JSON.stringify(episode)).form.id).toMatch(/^pasted-/);
    expect(read(JSON.stringify({ ...episode, id: 'pasted-7' })).form.id).toBe('pasted-7');
  });
});

describe('other words', () => {
  it('make another conversation of it; the same words the same', () => {
    const before = read('顾客：在吗\n客服：等着');
    const after = rewritten(before, 1, '在的，您说');
    expect(after.form.turns[1]).toEqual({ from: 'agent', text: '在的，您说' });
    expect(before.form.turns[1]!.text).toBe('等着');
    expect(after.form.id).not.toBe(before.form.id);
    expect(rewritten(after, 1, '等着').form.id).toBe(before.form.id);
  });

  it('a copy has the same turns and times', () => {
    const at = Date.parse('2026-11-11T10:00:00+08:00');
    const { conversation } = copied([{ from: 'agent', text: 'Hello', at }], 'chat', 'always');
    expect(conversation).toMatchObject({ lang: 'en', turns: [{ from: 'agent', text: 'Hello', at }] });
  });
});
