import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../../core/standard/case-form.ts';
import { review } from '../../../core/standard/check.ts';
import type { Conversation, Turn } from '../../../core/standard/facts.ts';
import { maskedConversation } from './masked-conversation.ts';

const customer = {
  name: '欧阳晓琳',
  phones: ['13987654321'],
  addresses: ['临江市翠屏区望月路88号3栋'],
  orders: ['2026110300077'],
};

function masked(turns: [Turn['from'], string][], changes: Partial<Conversation> = {}) {
  const said = turns.map(([from, text], i) => ({ from, text, at: Date.UTC(2026, 10, 11, 2) + i * 1000 }));
  const conversation: Conversation = {
    id: 'c',
    lang: 'zh',
    channel: 'chat',
    hours: 'always',
    customer,
    turns: said,
    ...changes,
  };
  const form = maskedConversation(conversation);
  return { form, texts: form.turns.map(({ text }) => text), real: conversation };
}

describe('personal data', () => {
  test.each([
    ['known', '欧阳晓琳您好，13987654321，单号2026110300077，寄到临江市翠屏区望月路88号3栋'],
    ['grouped', '电话是139 8765 4321，也可以打 139-8765-4321'],
    ['an address in part', '是寄到望月路88号吗'],
    ['somebody else’s', '另一位顾客赵女士的电话是13711112222'],
    ['an identity number', '身份证110101199003074573'],
    ['a mail address', 'write to lin.xiao@mail.example.cn please'],
  ])('%s: is nowhere to be found', (_, text) => {
    const { form } = masked([['agent', text]]);
    const secrets = [
      '欧阳',
      '晓琳',
      '13987654321',
      '139 8765',
      '139-8765',
      '8765',
      '望月',
      '翠屏',
      '110300077',
    ];
    for (const secret of [...secrets, '13711112222', '赵女士', '03074573', 'lin.xiao'])
      expect(JSON.stringify(form)).not.toContain(secret);
  });

  test('the same stays the same, and others stay others', () => {
    const { form, texts } = masked([
      ['customer', '我的电话13987654321，我同事的是13611113333'],
      ['agent', '核对一下：13987654321'],
    ]);
    const [own, other] = texts[0]!.match(/\d{11}/g)!;
    expect(own).not.toBe(other);
    expect(texts[1]).toContain(own);
    expect((form.context.customer as typeof customer).phones).toEqual([own]);
    expect(own).toMatch(/^139\d{8}$/);
  });

  test('what is none stays: words, prices, times, sizes', () => {
    const text = '亲，90码有货，129元，48小时内发，明天下午3点前回您';
    expect(masked([['agent', text]]).texts).toEqual([text]);
  });
});

test.each<[Turn['from'], string][][]>([
  [[['agent', '另一位买家的电话是13812345678']]],
  [
    [
      ['customer', '我电话13812345678'],
      ['agent', '好的，13812345678，对吗'],
    ],
  ],
  [[['agent', '麻烦提供一下身份证，上次登记的是110101199003074573']]],
  [[['agent', '包裹寄到临江市翠屏区望月路88号3栋，对吗']]],
] as [Turn['from'], string][][][])('%j is judged as the real one was', (turns) => {
  const { form, real } = masked(turns);
  const read = readCase(JSON.parse(JSON.stringify(form)));
  if ('fault' in read) throw new Error(read.fault.field);
  const places = (one: Conversation) => review(one, 0).findings.map(({ turn, rule }) => `${turn} ${rule}`);
  expect(places(read.conversation)).toEqual(places(real));
});

test('times keep their zone, and hours that the form knows', () => {
  const hours = { zone: 'Asia/Shanghai', hours: [['09:00', '21:00']] as [string, string][] };
  const { form } = masked([['agent', '好']], {
    hours,
    ended: { by: 'agent', at: Date.UTC(2026, 10, 11, 3) },
  });
  expect(form.context.workingHours).toBe('09:00-21:00');
  expect(form.turns[0]!.at).toBe('2026-11-11T10:00:00.000+08:00');
  expect(form.ended).toEqual({ by: 'agent', at: '2026-11-11T11:00:00.000+08:00' });
  expect(masked([['agent', '好']], { turns: [{ from: 'agent', text: '好' }] }).form.turns).toEqual([
    { from: 'agent', text: '好' },
  ]);
});

test('any text is covered without a failure, and what is covered twice reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(masked([['agent', text]]).texts).toEqual(masked([['agent', text]]).texts);
    }),
  );
});
