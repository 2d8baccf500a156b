import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { benchCommand } from './bench.ts';

async function run(...argv: string[]) {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await benchCommand(argv, io);
  io.stdout.end();
  io.stderr.end();
  return { code, stdout: await text(io.stdout), stderr: await text(io.stderr) };
}

test('yinuo bench --help tells how, in both languages', async () => {
  const { code, stdout, stderr } = await run('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('用法：yinuo bench messages');
  expect(stdout).toContain('Usage: yinuo bench messages');
});

test.for([
  [[]],
  [['letters']],
  [['messages', 'twice']],
  [['messages', '--seconds', '0']],
  [['messages', '--seconds', 'soon']],
  [['messages', '--rounds', '1.5']],
  [['messages', '--fast']],
  [['search', '--messages', 'many']],
  [['search', '--messages', '0']],
  [['sockets', '--connections', '0']],
  [['sockets', '--connections', '50']],
])('yinuo bench %o is not understood, and nothing is measured', async ([argv]) => {
  const { code, stdout, stderr } = await run(...argv!);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage: yinuo bench messages');
});
