import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standardSettings } from '../core/standard/settings.ts';
import { checkCommand } from './check.ts';
import { runCommand } from './testing.ts';

const line = (id: string, text: string) =>
  JSON.stringify({
    id,
    lang: 'zh',
    channel: 'chat',
    turns: [
      { from: 'customer', text: '这个怎么装' },
      { from: 'agent', text },
    ],
  });

async function run(input: Iterable<string | Buffer>, argv: string[] = []) {
  const ended = await runCommand(checkCommand, input, argv);
  return { ...ended, findings: found(ended.stdout) };
}

/** Each line of findings; the usage text is none. */
const found = (stdout: string) =>
  stdout
    .split('\n')
    .filter((text) => text.startsWith('{'))
    .map((text) => JSON.parse(text));

describe('yinuo check', () => {
  test('writes a finding a line', async () => {
    const { code, findings, stderr } = await run([
      `${line('a', '说明书不是写了吗')}\n`,
      `${line('b', '我来教您')}\n`,
    ]);
    expect(findings).toEqual([
      {
        conversation: 'a',
        turn: 1,
        rule: 'attitude.rhetorical',
        weight: 'block',
        evidence: expect.stringContaining('不是写了吗'),
        start: expect.any(Number),
        end: expect.any(Number),
      },
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('tells of malformed lines by number and reason, reads the rest, and exits with 1', async () => {
    const input = ['{"id": 1}\n', '\n', 'nonsense\n', line('c', '急什么，等着')];
    const { code, findings, stderr } = await run(input);
    expect(new Set(findings.map(({ conversation }) => conversation))).toEqual(new Set(['c']));
    expect(stderr).toMatch(/^line 1: id must be a text, not 1\nline 3: line is no JSON: .*\n$/);
    expect(code).toBe(1);
  });

  test('reads lines and characters that are cut anywhere', async () => {
    const bytes = Buffer.from(`\ufeff${line('a', '凭什么给您退')}\r\n${line('b', '凭什么给您退')}`);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    );
    const { findings, code } = await run(pieces);
    expect(findings.map(({ conversation, evidence }) => [conversation, evidence])).toEqual([
      ['a', '凭什么'],
      ['b', '凭什么'],
    ]);
    expect(code).toBe(0);
  });

  test('skips a line that is too long to hold, and says so', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    function* input() {
      for (let i = 0; i < 17; i++) yield piece;
      yield Buffer.from(`\n${line('after', '凭什么给您退')}\n`);
    }
    const { findings, stderr, code } = await run(input());
    expect(findings.map(({ conversation }) => conversation)).toEqual(['after']);
    expect(stderr).toMatch(/^line 1: is longer than 16 MB/);
    expect(code).toBe(1);
  });

  test('reads no further than its reader takes', async () => {
    let asked = 0;
    function* endless() {
      for (; asked < 100_000; asked++) yield `${line(String(asked), '凭什么给您退')}\n`;
    }
    const stdin = Readable.from(endless());
    const stdout = new PassThrough({ highWaterMark: 1_000 });
    const running = checkCommand([], { stdin, stdout, stderr: new PassThrough() });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(asked).toBeLessThan(1_000);
    stdin.destroy();
    stdout.resume();
    await running.catch(() => undefined);
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect(await run([], ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('yinuo check [--standard'),
    });
    expect(await run([], ['--fast'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage'),
    });
  });
});

describe('yinuo check --cases', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'yinuo-cases-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const judged = (id: string, text: string, said: object) =>
    JSON.stringify({ ...JSON.parse(line(id, text)), ...said });
  const leaking = { turn: 1, rule: 'redline.privacy' };
  const anothers = '另一位买家的电话是13812345678';
  const insulting = { turn: 1, rule: 'attitude.insult' };

  async function runCases(...lines: string[]) {
    const file = join(folder, 'cases.jsonl');
    writeFileSync(file, lines.join('\n'));
    return run([], ['--cases', file]);
  }

  test('cases that come out as people said: 0', async () => {
    const { code, stdout, stderr } = await runCases(
      judged('a', anothers, { expect: [leaking] }),
      judged('b', '我来教您', { expect: [], free: ['redline.privacy'] }),
      judged('c', anothers, { expect: [], open: [leaking] }),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('redline.privacy: 1 expected, 0 missed, 0 false\n3 cases, 0 missed, 0 false\n');
  });

  test('a miss, a false alarm: 1, and where', async () => {
    const { code, stdout } = await runCases(
      judged('a', anothers, { expect: [] }),
      judged('b', '我来教您', { expect: [insulting] }),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('redline.privacy: 0 expected, 0 missed, 1 false\n  false   a turn 1\n');
    expect(stdout).toContain('attitude.insult: 1 expected, 1 missed, 0 false\n  missed  b turn 1\n');
    expect(stdout).toContain('2 cases, 1 missed, 1 false\n');
  });

  test.each([
    ['nonsense', /^cases.jsonl:1: line is no JSON/],
    [line('a', '好的'), /^cases.jsonl:1: expect must be/],
    [judged('a', '好的', { expect: [{ turn: 'one' }] }), /^cases.jsonl:1: expect must be/],
    [judged('a', '好的', { expect: [], free: [1] }), /^cases.jsonl:1: free must be/],
  ])('%s: told, and 1', async (text, complaint) => {
    const { code, stdout, stderr } = await runCases(text);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 cases, 0 missed, 0 false\n' });
    expect(stderr).toMatch(complaint);
  });

  test('a file that is not there is told as such', async () => {
    await expect(run([], ['--cases', join(folder, 'none.jsonl')])).rejects.toThrow(/does not exist/);
    expect((await run([], ['--cases'])).code).toBe(2);
  });

  test('by a shop’s own settings', async () => {
    const settings = {
      ...standardSettings,
      rules: { 'redline.privacy': { weight: 'warn' } },
      phrases: [{ phrase: '亲亲', weight: 'note', passes: [], fails: [], note: '' }],
    };
    const standard = join(folder, 'standard.json');
    writeFileSync(standard, JSON.stringify({ version: 3, settings }));
    const asked = ['--standard', standard];
    const forbidden = { turn: 1, rule: 'attitude.forbidden' };
    const file = join(folder, 'own.jsonl');
    writeFileSync(file, judged('a', '好的亲亲', { expect: [forbidden] }));
    expect((await run([], ['--cases', file])).code).toBe(1);
    expect((await run([], [...asked, '--cases', file])).code).toBe(0);
    expect((await run([line('a', anothers)], asked)).findings).toMatchObject([
      { rule: 'redline.privacy', weight: 'warn' },
    ]);
  });

  test.each([
    ['no settings', '{"version": 1}', /rules/],
    ['no JSON', '{', /GET \/api\/v1\/standard/],
    [
      'a red line that is off',
      JSON.stringify({ ...standardSettings, rules: { 'redline.privacy': { on: false } } }),
      /never switched off/,
    ],
  ])('%s: told what to do', async (_, text, why) => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, text);
    await expect(run([], ['--standard', file])).rejects.toThrow(why);
    await expect(run([], ['--standard', join(folder, 'none.json')])).rejects.toThrow(/cannot be read/);
  });
});
