/** Conversations of a file, live through the real protocols: what they say is stored in order, and what is blocked is changed. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as allOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InboxPage, ThreadAnswer } from '../core/api.ts';
import type { DeskClient } from '../test/client.ts';
import type { Desk } from '../test/desk.ts';
import { startDesk } from '../test/desk.ts';
import type { TestShop } from '../test/shops.ts';
import { password } from '../test/shops.ts';
import { replay } from './replay.ts';

const rude = '难道您自己不会看说明书吗？';
const turns = [
  { from: 'system', text: '欢迎光临' },
  { from: 'agent', text: '您好，请问有什么可以帮您' },
  { from: 'customer', text: '裤子短了一截', at: '2026-03-02T09:00:00+08:00' },
  { from: 'agent', text: '麻烦您量一下裤长，我帮您对照尺码表', at: '2026-03-02T09:00:20+08:00' },
  { from: 'customer', text: '量好了，四十二厘米', at: '2026-03-02T09:01:20+08:00' },
  { from: 'agent', text: rude, at: '2026-03-02T09:01:40+08:00' },
];
const lines = ['r-1', 'r-2', 'r-3'].map((id) => JSON.stringify({ id, lang: 'zh', channel: 'chat', turns }));

let desk: Desk;
let shop: TestShop;
let supervisor: DeskClient;
let folder: string;

beforeAll(async () => {
  desk = await startDesk();
  shop = await desk.addShop();
  supervisor = await desk.signIn(shop, 'supervisor');
  folder = mkdtempSync(join(tmpdir(), 'yinuo-replay-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk.stop();
});

async function play(all: string[], stop = new AbortController().signal) {
  const file = join(folder, 'cases.jsonl');
  const journal = join(folder, 'journal.jsonl');
  writeFileSync(file, all.join('\n'));
  rmSync(journal, { force: true });
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const accounts = [`${shop.slug}:agent.login`];
  const options = {
    files: [file],
    speed: 1000,
    url: desk.url,
    limit: Infinity,
    accounts,
    password,
    parallel: 2,
    journal,
  };
  const code = await replay(options, stop, io);
  io.stdout.end();
  io.stderr.end();
  const entries = readFileSync(journal, 'utf8').trim().split('\n');
  return {
    code,
    said: await allOf(io.stdout),
    complaints: await allOf(io.stderr),
    journal: entries.map((entry) => JSON.parse(entry) as JournalEntry),
  };
}

interface JournalEntry {
  case: string;
  from: string;
  conversation: string;
  seq: number;
  clientId: string;
  hash: string;
}

test('each is written by its customer, answered by the agent, changed where it is blocked, and closed', async () => {
  const { code, said, complaints, journal } = await play(lines);
  expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
  expect(said).toContain('Acknowledged/sent: customers 6/6, agents 6/9 (3 of these were blocked');

  const { body } = await supervisor.get<InboxPage>('/api/v1/conversations?view=all');
  expect(body.rows.map(({ state, seq }) => ({ state, seq }))).toEqual(
    lines.map(() => ({ state: 'closed', seq: 4 })),
  );
  for (const { conversationId } of body.rows) {
    const thread = (await supervisor.get<ThreadAnswer>(`/api/v1/conversations/${conversationId}`)).body;
    const texts = thread.messages.map(({ text }) => text ?? '');
    expect(texts.slice(0, 3)).toEqual([turns[2], turns[3], turns[4]].map((turn) => turn?.text));
    expect(texts[3]).not.toBe(rude);
    // The journal has exactly what was acknowledged.
    const stored = thread.messages.map(({ seq, clientId, author, text }) => {
      const hash = createHash('sha256')
        .update(text ?? '')
        .digest('hex');
      return { from: author, conversation: conversationId, seq, clientId, hash };
    });
    expect(journal.filter((entry) => entry.conversation === conversationId)).toMatchObject(stored);
  }
});

test('a bad line is told and left out, and the exit code says so', async () => {
  const { code, said, complaints } = await play(['{"id": 7}', lines[0]!]);
  expect(code).toBe(1);
  expect(complaints).toContain('cases.jsonl:1: ');
  expect(said).toContain('Played 1 conversations');
});

test('asked to stop, it says that it did not finish', async () => {
  const stopping = new AbortController();
  const socket = await supervisor.listening('inbox');
  const playing = play(lines, stopping.signal);
  await socket.event('message.posted');
  stopping.abort();
  const { code, said } = await playing;
  expect(code).toBe(130);
  expect(said).toContain('Stopped as asked');
});
