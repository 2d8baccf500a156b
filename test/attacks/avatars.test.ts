/** An address that somebody gives us as their picture, or writes anywhere, is never fetched: there is nothing inside to reach. */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../live/ids.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import { until } from '../until.ts';
import type { TestShop } from '../shops.ts';

let desk: Desk;
let shop: TestShop;
let inside: Server;
let address: string;
/** What reached the service that only the server itself could reach. */
let reached = 0;
beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  const service = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end());
  inside = service.on('connection', () => reached++);
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data.png`;
});
afterAll(async () => {
  expect(desk.failures).toEqual([]);
  await desk.stop();
  inside.close();
});

test('as a claim of the customer’s own: taken no notice of, and never passed on', async () => {
  const claims = { picture: address, avatar: address, avatar_url: address, name: '王女士' };
  const identityToken = await shop.sign('member-16', claims);
  const { agent, visitor, path } = await desk.served(shop, 'agent', { identityToken });
  const thread = await agent.get(path);
  expect(thread.text).toContain('王女士');
  expect(thread.text + JSON.stringify(visitor.session)).not.toContain(address);
});

test('in a name, in words and as the name of a file it is text', async () => {
  const identityToken = await shop.sign('member-17', { name: address });
  const { agent, visitor, path } = await desk.served(shop, 'agent', {
    identityToken,
    text: `![头像](${address}) ${address}`,
  });
  await agent.post(`${path}/notes`, { text: address });
  await agent.post(`${path}/messages`, { clientId: newId(), text: `您好，收到 ${address}` });
  await agent.post(`${path}/uploads`, { name: address, size: 10 });
  await agent.post(`${path}/resolve`);
  // Everything that happens behind a close has happened: it is scored and filed.
  await until('the score', async () => (await agent.get(path)).text.includes('"points"'));
  await until('the search', async () => {
    const { text } = await agent.post('/api/v1/search', { q: 'meta-data' });
    return text.includes(visitor.conversationId);
  });
});

test.each(['avatar', 'picture', 'logo', 'url'])('a field %s is none that we have', async (field) => {
  const admin = await desk.signIn(shop, 'administrator');
  const { path, agent } = await desk.served(shop);
  const settings = (await admin.get<Record<string, unknown>>('/api/v1/widget-settings')).body;
  const look = { colour: '#17484d', name: null, side: 'right', [field]: address };
  const refused = [
    await admin.put('/api/v1/widget-settings', { ...settings, look }),
    await agent.post(`${path}/uploads`, { name: 'a.png', size: 10, [field]: address }),
    await admin.post('/api/v1/people/invitations', { login: 'new', [field]: address }),
    await desk.anybody.post('/widget/v1/sessions', { shop: shop.slug, [field]: address }),
  ];
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 400));
});

test('nothing of all this has reached what lies inside', () => expect(reached).toBe(0));
