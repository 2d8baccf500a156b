import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Conversation } from '../../core/standard/facts.ts';
import type { ImportOutcome } from '../../server/modules/conversations/index.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';
import type { SourceLine } from '../source-lines.ts';
import { importLines } from './import-lines.ts';

const line = (id: string, text = '在吗') =>
  JSON.stringify({ id, lang: 'zh', channel: 'chat', turns: [{ from: 'customer', text }] });

async function* file(lines: (string | null)[]): AsyncGenerator<SourceLine> {
  for (const [i, text] of lines.entries()) yield { place: `a.jsonl:${i + 1}`, text };
}

type Store = (past: Conversation) => Promise<ImportOutcome>;
const scored: Store = async () => ({ state: 'imported', points: 90 });

async function bring(lines: (string | null)[], store = scored, stop: Promise<void> = new Promise(() => {})) {
  const complaints: string[] = [];
  const complain = (complaint: string) => void complaints.push(complaint);
  const tally = await importLines(file(lines), store, { hours: 'always', stop, onLine: () => {}, complain });
  return { tally, complaints };
}

test('counts what is in, what was there, and adds up the points', async () => {
  const store: Store = async ({ id }) =>
    id === 'b' ? { state: 'already-there' } : { state: 'imported', points: id === 'a' ? 100 : 80 };
  const { tally } = await bring([line('a'), line('b'), '', line('c')], store);
  expect(tally).toMatchObject({ imported: 2, alreadyThere: 1, skipped: 0, points: 180, untimed: 2 });
});

const dataError = (code: string, message: string) => Object.assign(new Error(message), { code });

test.for<[what: string, bad: string | null, told: string]>([
  ['no JSON', '{"id": "x"', 'a.jsonl:2: line is no JSON'],
  ['a wrong field', line('x').replace('customer', 'buyer'), 'a.jsonl:2: turns[0].from must be'],
  ['a line too long to hold', null, 'a.jsonl:2: line is longer than 16 MB'],
  ['no turns', line('x').replace(/\[.*\]/, '[]'), 'a.jsonl:2: turns must have at least one'],
  ['a character that no database holds', line('x', 'a\0b'), 'a.jsonl:2: turns[0].text must not contain'],
  ['half a surrogate pair', line('x', '\ud83d'), 'a.jsonl:2: turns[0].text contains half'],
  ['an endless id', line('x'.repeat(201)), 'a.jsonl:2: id must have at most 200'],
  ['an id that had other words', line('other'), 'a.jsonl:2: id was imported before with other words'],
  ['what the database refuses', line('refused'), "a.jsonl:2: line can't be stored: out of range"],
])('%s: told with its place and field, left out, and the others come in', async ([, bad, told]) => {
  const store: Store = async (past) => {
    if (past.id === 'other') return { state: 'differs' };
    if (past.id === 'refused') throw dataError('22008', 'out of range');
    return scored(past);
  };
  const { tally, complaints } = await bring([line('a'), bad, line('b')], store);
  expect(tally).toMatchObject({ imported: 2, skipped: 1 });
  expect(complaints).toEqual([expect.stringContaining(told)]);
});

test('asked to stop, it finishes what it has begun and begins no more', async () => {
  const asked = Promise.withResolvers<void>();
  const begun: string[] = [];
  const store: Store = async (past) => {
    begun.push(past.id);
    asked.resolve();
    await turn();
    return scored(past);
  };
  const many = Array.from({ length: 500 }, (_, i) => line(`c${i}`));
  const { tally } = await bring(many, store, asked.promise);
  expect(tally).toMatchObject({ stopped: true, imported: begun.length });
  expect(begun.length).toBeLessThan(many.length);
});

test('a lost database stops it, and says what stays and how to go on', async () => {
  const store: Store = async (past) => {
    if (past.id === 'c1') throw dataError('57P01', 'terminating connection');
    return scored(past);
  };
  const failure = await bring([line('c0'), line('c1')], store).catch((error) => error);
  expect(failure).toBeInstanceOf(OperatorError);
  expect(failure.message).toContain('1 conversations imported so far stay');
});
