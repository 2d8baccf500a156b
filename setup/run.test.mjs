import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The launcher's last step, running `program` (JavaScript) as its command. */
function launch(program) {
  const launcher = `
    import { runInPlace } from ${JSON.stringify(join(import.meta.dirname, 'run.mjs'))};
    process.exitCode = await runInPlace(process.execPath, ['--eval', ${JSON.stringify(program)}]);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', launcher]);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return { child, output: () => output };
}

/** Says when it listens and when it was told to stop, then ends with 5. */
const patient = (event) =>
  `process.on('${event}', () => { console.log('stopping'); process.exit(5); });
   setInterval(() => {}, 1000);
   console.log('listening')`;

test("the command's exit code and streams are the launcher's", async () => {
  const { child, output } = launch(`process.stdin.pipe(process.stdout); process.exitCode = 3`);
  child.stdin.end('一行\n');
  expect(await once(child, 'close')).toEqual([3, null]);
  expect(output()).toBe('一行\n');
});

test('a command that a signal ended gives the exit code shells give', async () => {
  const { child } = launch(`process.kill(process.pid, 'SIGKILL')`);
  expect(await once(child, 'close')).toEqual([137, null]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s is passed on', async (signal) => {
  const { child, output } = launch(patient(signal));
  await expect.poll(output).toContain('listening');
  child.kill(signal);
  expect(await once(child, 'close')).toEqual([5, null]);
});

test('the command learns when its launcher is killed', async () => {
  const { child, output } = launch(patient('disconnect'));
  await expect.poll(output).toContain('listening');
  child.kill('SIGKILL');
  await once(child, 'close'); // stdout closes when the last process that holds it has ended
  expect(output()).toContain('stopping');
});
