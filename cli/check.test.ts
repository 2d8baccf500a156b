import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { checkCommand } from './check.ts';

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
  const written = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const io = { stdin: Readable.from(input), stdout: into('stdout'), stderr: into('stderr') };
  const code = await checkCommand(argv, io);
  return { code, ...written, findings: found(written.stdout) };
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
    expect(findings.map(({ conversation }) => conversation)).toEqual(['c']);
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
      stdout: expect.stringContaining('yinuo check <'),
    });
    expect(await run([], ['--fast'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage'),
    });
  });
});
