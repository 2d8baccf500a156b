import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThreadAnswer, WidgetSession } from '../../core/api.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { TestShop } from '../shops.ts';

let desk: Desk;
let shop: TestShop;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
});

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '"><form action=https://evil.example><base href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  // oxlint-disable-next-line no-script-url -- the attack itself
  'javascript:alert(1)//http://x',
  '[看这里](javascript:alert(1))',
  '&lt;b&gt; &amp;',
];

test.each(hostile)(
  '%s in a message and a name is kept, delivered and read back as the text it is',
  async (text) => {
    const name = text.slice(0, 100);
    const identityToken = await shop.sign(`member ${text}`.slice(0, 200), { name });
    const { visitor, agent, path } = await desk.served(shop, 'agent', { text, identityToken });
    const [page, screen] = [await visitor.listening(), await agent.socket()];
    const before = await agent.get<ThreadAnswer>(path);
    expect(before.body.messages[0]).toMatchObject({ text, authorName: name });
    expect(before.body.customer.name).toBe(name);

    screen.subscribe({ conversation: visitor.conversationId }, before.body.cursor);
    await visitor.say(`${text} 2`);
    const note = await agent.post(`${path}/notes`, { text });
    expect(note.status).toBe(200);
    expect((await screen.event('message.posted')).text).toBe(`${text} 2`);
    expect((await screen.event('note.added')).text).toBe(text);
    expect((await page.event('message.posted', (event) => event.seq === 2)).text).toBe(`${text} 2`);

    const again = await desk.anybody.post<WidgetSession>('/widget/v1/sessions', {
      shop: shop.slug,
      visitorToken: visitor.token,
      identityToken,
    });
    expect(again.body.view.messages[0]!.text).toBe(text);
    for (const answer of [before, again, note]) expectJson(answer.headers);
  },
);

test('a refusal that repeats what was sent is JSON as well', async () => {
  const agent = await desk.signIn(shop, 'agent');
  const field = '<script>alert(1)</script>';
  const answer = await agent.get(`/api/v1/conversations?view=all&${encodeURIComponent(field)}=1`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

function expectJson(headers: Headers) {
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

describe('what draws in a browser', () => {
  const root = join(import.meta.dirname, '../..');
  /** Ways by which a text becomes markup or code. */
  const dangerous =
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|DOMParser|srcdoc|setHTMLUnsafe|\beval\(|new Function\(/;

  test.each(['web', 'widget', 'live', 'demo/storefront'])('%s never makes markup of text', (folder) => {
    const sources = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(tsx?|js|html)$/.test(name) && !/\.test\.tsx?$/.test(name),
    );
    expect(sources.length).toBeGreaterThan(5);
    const found = sources.filter((name) => dangerous.test(readFileSync(join(root, folder, name), 'utf8')));
    expect(found).toEqual([]);
  });
});
