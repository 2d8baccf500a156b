import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { main } from './main.ts';

async function run(...argv: string[]) {
  const io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await main(argv, io);
  io.stdout.end();
  io.stderr.end();
  return { code, stdout: await text(io.stdout), stderr: await text(io.stderr) };
}

test.for([[], ['--help'], ['help']])('yinuo %o lists the commands in both languages', async (argv) => {
  const { code, stdout, stderr } = await run(...argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const words of ['start', 'check', 'import', 'replay', 'bench', '启动服务台', 'start the desk']) {
    expect(stdout).toContain(words);
  }
});

test.for(['strat', 'constructor', '--version'])(
  'yinuo %s is named as unknown, with the list',
  async (name) => {
    const { code, stdout, stderr } = await run(name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`There is no command "${name}"`);
    expect(stderr).toContain('start the desk');
  },
);
