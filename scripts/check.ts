/**
 * The checks a change must pass beside its tests: `npm run check`, or some of them: `npm run check -- lint format`.
 * Each prints its result; the exit code is 1 when one failed, 2 when there is no check of that name.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { missingFiles } from './completeness.ts';

type Outcome = { ok: boolean; output: string };
type Step = { name: string; run: (root: string) => Promise<Outcome> };

const typed = ['core', '.', 'live', 'web', 'widget', 'tsconfig.test.json'];

const steps: Step[] = [
  ...typed.map((project) => ({ name: `types ${project}`, run: tool('typescript/bin/tsc', '-p', project) })),
  { name: 'lint', run: tool('oxlint/bin/oxlint') },
  { name: 'format', run: tool('oxfmt/bin/oxfmt', '--check') },
  { name: 'boundaries', run: tool('dependency-cruiser/bin/dependency-cruiser.mjs', '.') },
  { name: 'completeness', run: completeness },
];

/**
 * Runs the steps whose name begins with one of `wanted` (all, when there is none) on the tree at `root`.
 * Resolves with whether all passed; `print` gets the report, line by line.
 */
export async function check(root: string, wanted: string[], print: (line: string) => void): Promise<boolean> {
  const failed: string[] = [];
  for (const step of steps.filter(({ name }) => isWanted(name, wanted))) {
    const { ok, output } = await step.run(root);
    print(`${ok ? 'ok    ' : 'FAILED'} ${step.name}`);
    if (!ok) {
      failed.push(step.name);
      print(output.trimEnd());
    }
  }
  print(failed.length ? `\nfailed: ${failed.join(', ')}` : '\nall checks passed');
  return failed.length === 0;
}

function isWanted(name: string, wanted: string[]): boolean {
  return wanted.length === 0 || wanted.some((start) => name === start || name.startsWith(`${start} `));
}

/** A command-line tool of ours from node_modules, run by this very Node. */
function tool(bin: string, ...args: string[]): Step['run'] {
  const script = fileURLToPath(new URL(`../node_modules/${bin}`, import.meta.url));
  return (root) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, ...args], { cwd: root });
      let output = '';
      child.stdout.on('data', (chunk) => (output += chunk));
      child.stderr.on('data', (chunk) => (output += chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ ok: code === 0, output }));
    });
}

async function completeness(root: string): Promise<Outcome> {
  const missing = missingFiles(root);
  return { ok: missing.length === 0, output: missing.join('\n') };
}

async function main(wanted: string[]): Promise<number> {
  const unknown = wanted.filter((start) => !steps.some(({ name }) => isWanted(name, [start])));
  if (unknown.length) {
    console.error(
      `no check is called ${unknown.join(', ')}; there are: ${steps.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  return (await check(process.cwd(), wanted, console.log)) ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
