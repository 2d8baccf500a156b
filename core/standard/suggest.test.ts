import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import type { Facts } from './facts.ts';
import { suggest } from './suggest.ts';
import { viewOf } from './text.ts';

const facts = (more: Partial<Facts> = {}): Facts => ({
  lang: 'zh',
  channel: 'chat',
  hours: 'always',
  turns: [],
  ...more,
});
const asked = (text: string, more: Partial<Facts> = {}) =>
  facts({ turns: [{ from: 'customer', text }], ...more });
const better = (text: string, known: Facts) => suggest({ text }, check({ text }, known, 0), known, 0);

describe('two better sentences', () => {
  test.each([
    ['快递三天没动了，怎么回事', /包裹|物流|快递|站|订单号/],
    ['退款怎么还没到账', /退|款|诉求/],
    ['我穿多大码合适', /码|身高|宽松/],
    ['这款还有货吗', /货|仓|备选|登记/],
    ['能便宜点吗', /优惠|价|补差/],
    ['这个怎么安装', /步骤|操作|视频|下一步|一步/],
    ['能改地址吗', /出库|收货信息|转寄|地址|寄/],
    ['发票什么时候开', /发票|抬头|开票/],
    ['收到就是坏的', /拍|登记|办法|质检/],
    ['这是什么材质', /材质|资料|看重|实物/],
  ])('are about what the customer asked: %s', (question, fitting) => {
    for (const text of better('急什么', asked(question))) expect(text).toMatch(fitting);
  });

  test('apologise to an angry customer, not to a calm one', () => {
    const angry = better('急什么', asked('都十天了还没发货，你们太过分了！！'));
    const calm = better('急什么', asked('请问今天发货吗'));
    expect(angry.join()).toMatch(/抱歉|对不起|道歉|负责/);
    expect(calm.join()).not.toMatch(/抱歉|对不起|道歉/);
  });

  test('call the customer by the name the shop knows', () => {
    const texts = better('急什么', asked('什么时候发货', { customer: { name: '许女士' } }));
    expect(texts.join()).toContain('许女士');
  });

  test('take up a short question word for word', () => {
    expect(better('页面不是写了吗', asked('充一次电能用几天？')).join()).toContain('充一次电能用几天');
  });

  test('never take up figures, which may be private', () => {
    expect(better('页面不是写了吗', asked('13900001111是谁的电话？')).join()).not.toMatch(/\d{4}/);
  });

  test('explain why personal data stays out', () => {
    for (const text of better('他电话13822223333', asked('谁收的包裹')))
      expect(text).toMatch(/信息|资料|联系方式/);
  });

  test('are English in an English shop', () => {
    const texts = better('Are you stupid?', asked('Where is my parcel?', { lang: 'en' }));
    for (const text of texts) expect(text).not.toMatch(/[\u3400-\u9fff]/);
  });

  test('differ in two different cases', () => {
    const one = better('急什么', asked('快递到哪了'));
    const two = better('凭什么给您退', asked('能退吗'));
    expect(one).not.toEqual(two);
    expect(new Set([...one, ...two]).size).toBe(4);
  });

  test('are the same for the same case', () => {
    expect(better('急什么', asked('快递到哪了'))).toEqual(better('急什么', asked('快递到哪了')));
  });

  test('were not said before in this episode, whatever the punctuation', () => {
    let known = asked('快递到哪了');
    const said = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const texts = better('急什么', known);
      expect(texts).toHaveLength(2);
      for (const text of texts) {
        expect(said).not.toContain(viewOf(text).bare);
        said.add(viewOf(text).bare);
      }
      const dressed = texts.map((text) => ({
        from: 'agent' as const,
        text: ` ${text.replace('，', ', ')}😊`,
      }));
      known = { ...known, turns: [...known.turns, ...dressed, { from: 'customer', text: '快递到哪了' }] };
    }
  });

  test('pass every rule, whatever the draft and the question', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (draft, question) => {
          const known = asked(question, { customer: { name: question.slice(0, 4) } });
          for (const text of better(draft, known)) expect(check({ text }, known, 0)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
