import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AccountAnswer, LinkAnswer, Me, PeopleAnswer, ThreadAnswer } from '../../core/api.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import type { DeskClient } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { PersonName, TestShop } from '../shops.ts';
import { password } from '../shops.ts';
import { until } from '../until.ts';

let desk: Desk;
let node: Desk;
let shop: TestShop;
let admin: DeskClient;
let passed = 0;
beforeAll(async () => {
  const now = () => Date.now() + passed;
  desk = await startDesk({ now });
  node = await startDesk({ database: desk.database, now });
});
afterAll(async () => {
  expect([...desk.failures, ...node.failures]).toEqual([]);
  await node.stop();
  await desk.stop();
});
beforeEach(async () => {
  passed = 0;
  shop = await desk.addShop();
  admin = await desk.signIn(shop, 'administrator');
});

const people = '/api/v1/people';
const hour = 3600_000;
const newPassword = 'seven quiet rivers';
const wish = {
  login: 'new.one',
  name: '新同事',
  workNumber: '2001',
  role: 'agent',
  groups: ['after-sales'],
  capacity: 4,
};

const detailsOf = (name: PersonName, some: object = {}) => {
  const { name: called, workNumber, role, groups, capacity } = shop.people[name];
  return { name: called, workNumber, role, groups, capacity, ...some };
};
const pathOf = (name: PersonName) => `${people}/${shop.people[name].agentId}`;
const accept = (token: string) =>
  desk.anybody.post<AccountAnswer>('/api/v1/auth/invitations/accept', { token, password: newPassword });
const signIn = (account: string, secret: string, code?: string) =>
  desk.anybody.post<Me>('/api/v1/auth/sign-in', { account, password: secret, code });
const accountOf = (name: PersonName) => `${shop.slug}:${shop.people[name].login}`;

async function invite(some: object = {}) {
  const answer = await admin.post<LinkAnswer & { invitationId: string }>(`${people}/invitations`, {
    ...wish,
    ...some,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('an invitation', () => {
  test('lets one person in, once, as what they were invited to be', async () => {
    const { token } = await invite();
    const opened = await desk.anybody.post('/api/v1/auth/invitations/open', { token });
    expect(opened.body).toMatchObject({ login: 'new.one', name: '新同事', shop: shop.slug });
    const joined = await accept(token);
    expect(joined.body).toEqual({ account: `${shop.slug}:new.one` });
    const me = await signIn(joined.body.account, newPassword);
    expect(me.body).toMatchObject({ role: 'agent', groups: ['after-sales'], workNumber: '2001' });
    for (const again of [
      await accept(token),
      await desk.anybody.post('/api/v1/auth/invitations/open', { token }),
    ])
      expect([again.status, again.body]).toEqual([
        409,
        expect.objectContaining({ reason: 'invitation-used' }),
      ]);
  });

  test('that two follow at the same moment lets in one', async () => {
    const { token } = await invite();
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  test('expires', async () => {
    const { token } = await invite();
    passed = 7 * 24 * hour + 1;
    expect((await accept(token)).status).toBe(409);
  });

  test('that was withdrawn, or renewed, opens nothing by its old link', async () => {
    const withdrawn = await invite();
    await admin.delete(`${people}/invitations/${withdrawn.invitationId}`);
    expect((await accept(withdrawn.token)).status).toBe(409);
    const first = await invite();
    const { body } = await admin.post<LinkAnswer>(`${people}/invitations/${first.invitationId}/renew`);
    expect((await accept(first.token)).status).toBe(409);
    expect((await accept(body.token)).status).toBe(200);
  });

  test('dies with the account of whoever made it', async () => {
    const second = await secondAdministrator();
    const { body } = await second.post<LinkAnswer>(`${people}/invitations`, wish);
    await admin.post(`${people}/${second.me.agentId}/close`);
    expect((await accept(body.token)).status).toBe(409);
  });

  test.each([
    ['nothing', 'no token at all'],
    ['a secret of its own', `${'0'.repeat(32)}.${'x'.repeat(43)}`],
  ])('invented from %s is answered like one that was used', async (_, token) => {
    expect((await accept(token)).body).toMatchObject({ code: 'conflict', reason: 'invitation-used' });
  });

  test('takes no login and no work number that somebody has', async () => {
    const { login, workNumber } = shop.people.agent;
    await invite();
    const taken = [{ login }, { workNumber }, { login: 'other' }, { workNumber: '2002' }];
    for (const some of taken) {
      const answer = await admin.post(`${people}/invitations`, { ...wish, ...some });
      expect([some, answer.status]).toEqual([some, 400]);
    }
  });

  test('is kept by its hash only, and its password must be a good one', async () => {
    const { token } = await invite();
    const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query<{ text: string }>('select i::text as text from invitations i'),
    );
    expect(rows[0]!.text).not.toContain(token.split('.')[1]);
    const weak = { token, password: 'new.one.1234' };
    const answer = await desk.anybody.post('/api/v1/auth/invitations/accept', weak);
    expect(answer.body).toMatchObject({ problems: [{ field: 'password', problem: 'guessable' }] });
    expect((await accept(token)).status).toBe(200);
  });
});

describe('a change of role', () => {
  test('closes the sockets, and the next reach what the new role reaches', async () => {
    const agent = await desk.signIn(shop, 'presales');
    const socket = await agent.socket();
    const { conversationId, path } = await desk.served(shop);
    expect((await agent.get(path)).status).toBe(404);
    expect((await admin.put(pathOf('presales'), detailsOf('presales', { role: 'lead' }))).status).toBe(204);
    await until('the close', () => socket.closed === 4409);
    expect((await agent.get<ThreadAnswer>(path)).status).toBe(200);
    const again = await agent.listening({ conversation: conversationId });
    expect(again.of('refused')).toEqual([]);
    await again.end();
  });

  test('made on another node closes them too', async () => {
    const agent = await node.signIn(shop, 'lead');
    const socket = await agent.socket();
    await admin.put(pathOf('lead'), detailsOf('lead', { role: 'agent', groups: ['pre-sales'] }));
    await until('the close', () => socket.closed === 4409);
    const { body } = await agent.get<Me>('/api/v1/me');
    expect(body).toMatchObject({ role: 'agent', groups: ['pre-sales'] });
  });

  test('of capacity alone disturbs nobody', async () => {
    const agent = await desk.signIn(shop, 'agent');
    const socket = await agent.socket();
    await admin.put(pathOf('agent'), detailsOf('agent', { capacity: 3 }));
    await socket.roundTrip();
    expect(socket.closed).toBe(null);
    await socket.end();
  });

  test('to one that serves nobody gives their conversations back', async () => {
    const { path } = await desk.served(shop);
    await admin.put(pathOf('agent'), detailsOf('agent', { role: 'reviewer' }));
    const lead = await desk.signIn(shop, 'lead');
    await until(
      'the queue',
      async () => (await lead.get<ThreadAnswer>(path)).body.conversation.state === 'waiting',
    );
  });

  test('is not one’s own to make', async () => {
    const own = await admin.put(pathOf('administrator'), detailsOf('administrator', { role: 'supervisor' }));
    expect([own.status, own.body]).toEqual([409, expect.objectContaining({ reason: 'own-account' })]);
    for (const name of ['agent', 'lead', 'supervisor', 'reviewer'] as const) {
      const person = await desk.signIn(shop, name);
      const raised = await person.put(pathOf(name), detailsOf(name, { role: 'administrator' }));
      expect([name, raised.status]).toEqual([name, 403]);
    }
  });
});

describe('an account that is closed', () => {
  test('ends its sessions and sockets at once, and gives its conversations back', async () => {
    // Nor does anything wait for the look at what was done elsewhere.
    const elsewhere = vi
      .spyOn(desk.app.sessions, 'standing')
      .mockImplementation(async (ids) => new Map(ids.map((id) => [id, null])));
    onTestFinished(() => elsewhere.mockRestore());
    const { agent, path } = await desk.served(shop);
    const sockets = [await agent.socket(), await (await desk.signIn(shop, 'agent')).socket()];
    expect((await admin.post(`${pathOf('agent')}/close`)).status).toBe(204);
    await until('both closed', () => sockets.every((socket) => socket.closed === 4401));
    expect((await agent.get('/api/v1/me')).status).toBe(401);
    expect((await signIn(accountOf('agent'), password)).status).toBe(401);
    const lead = await desk.signIn(shop, 'lead');
    await until(
      'the queue',
      async () => (await lead.get<ThreadAnswer>(path)).body.conversation.state === 'waiting',
    );
  });

  test('closed on another node ends there too', async () => {
    const agent = await node.signIn(shop, 'agent');
    const socket = await agent.socket();
    await admin.post(`${pathOf('agent')}/close`);
    await until('the close', () => socket.closed === 4401);
  });

  test('opens again with the password it had', async () => {
    await admin.post(`${pathOf('lead')}/close`);
    const closed = await admin.put(pathOf('lead'), detailsOf('lead'));
    expect(closed.body).toMatchObject({ reason: 'has-left' });
    await admin.post(`${pathOf('lead')}/reopen`);
    expect((await signIn(accountOf('lead'), password)).status).toBe(200);
  });

  test('is never the last administrator’s, nor one’s own', async () => {
    const answer = await admin.post(`${pathOf('administrator')}/close`);
    expect(answer.body).toMatchObject({ reason: 'own-account' });
  });

  test('of two administrators who close each other at once, one stays', async () => {
    const second = await secondAdministrator();
    const answers = await Promise.all([
      admin.post(`${people}/${second.me.agentId}/close`),
      second.post(`${people}/${admin.me.agentId}/close`),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    const rows = await inShop(desk.app.pool, shop.shopId, (tx) =>
      tx.query(`select from agents where role = 'administrator' and left_at is null`),
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a link for a new password', () => {
  const reset = (token: string, secret = newPassword) =>
    desk.anybody.post('/api/v1/auth/resets/use', { token, password: secret });
  const make = async () => (await admin.post<LinkAnswer>(`${pathOf('agent')}/reset-link`)).body.token;

  test('works once, ends all sessions, and the old password is worth nothing', async () => {
    const agent = await desk.signIn(shop, 'agent');
    const socket = await agent.socket();
    const token = await make();
    expect((await reset(token, 'agent.login.1')).status).toBe(400);
    const answers = await Promise.all([reset(token), reset(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await until('the close', () => socket.closed === 4401);
    expect((await signIn(accountOf('agent'), password)).status).toBe(401);
    expect((await signIn(accountOf('agent'), newPassword)).status).toBe(200);
  });

  test('expires, gives way to a newer one, and dies with the account', async () => {
    const [first, second] = [await make(), await make()];
    expect((await reset(first)).status).toBe(409);
    passed = 24 * hour + 1;
    expect((await reset(second)).status).toBe(409);
    passed = 0;
    await admin.post(`${pathOf('agent')}/close`);
    await admin.post(`${pathOf('agent')}/reopen`);
    expect((await reset(second)).body).toMatchObject({ reason: 'reset-used' });
  });

  test('opens nothing as an invitation', async () => {
    expect((await accept(await make())).status).toBe(409);
  });
});

describe('one’s own password', () => {
  const change = (client: DeskClient, currentPassword: string, secret: string) =>
    client.post('/api/v1/me/password', { currentPassword, password: secret });

  test('is changed by who knows it; the token rotates, other sessions end, this socket stays', async () => {
    const [here, there] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'agent')];
    const [mine, other] = [await here.socket(), await there.socket()];
    expect((await change(here, 'guessed it', newPassword)).body).toMatchObject({
      problems: [{ field: 'currentPassword', problem: 'wrong' }],
    });
    expect((await change(here, password, `${shop.slug}12345678`)).status).toBe(400);
    const answer = await change(here, password, newPassword);
    expect(answer.status).toBe(204);
    const cookie = /yinuo_session=[^;]+/.exec(answer.headers.get('set-cookie')!)![0];
    await until('the close', () => other.closed === 4401);
    expect((await here.get('/api/v1/me')).status).toBe(401);
    expect((await desk.anybody.with({ cookie }).get('/api/v1/me')).status).toBe(200);
    await mine.roundTrip();
    expect(mine.closed).toBe(null);
    await mine.end();
  });
});

test('what was done about people is written down, without their names', async () => {
  await admin.put(pathOf('agent'), detailsOf('agent', { role: 'lead', name: '改了名字' }));
  await admin.post(`${pathOf('agent')}/sign-out`);
  const { body } = await admin.get(`${pathOf('agent')}/changes`);
  expect(body).toMatchObject([
    { kind: 'signed-out', by: shop.people.administrator.name },
    { kind: 'edited', data: { role: ['agent', 'lead'] } },
  ]);
  expect(JSON.stringify(body)).not.toContain('改了名字');
});

test('the list shows everybody of the shop, with where they stand', async () => {
  const { agent } = await desk.served(shop);
  const socket = await agent.available();
  const { body } = await admin.get<PeopleAnswer>(people);
  expect(body.people).toHaveLength(Object.keys(shop.people).length);
  const { agentId } = agent.person;
  expect(body.people.find((one) => one.agentId === agentId)).toMatchObject({
    presence: 'available',
    open: 1,
    leftAt: null,
    secondStep: false,
  });
  await socket.end();
});

async function secondAdministrator(): Promise<DeskClient> {
  await admin.put(pathOf('reviewer'), detailsOf('reviewer', { role: 'administrator' }));
  return desk.signIn(shop, 'reviewer');
}
