import { expect, test } from 'vitest';
import { check } from './check.ts';
import { plantedTree } from './planted.ts';

test('a blameless tree passes every check', async () => {
  const { passed, report } = await checked({}, []);
  expect(report).toContain('all checks passed');
  expect(passed).toBe(true);
});

const violations: [what: string, step: string, file: string, text: string, says: string][] = [
  [
    'a type error',
    'types .',
    'server/platform/port.ts',
    "export const port: number = '8080';\n",
    "Type 'string' is not assignable to type 'number'",
  ],
  [
    'a type error in a test',
    'types tsconfig.test.json',
    'core/wait.test.ts',
    "import { wait } from './wait.ts';\n\nexport const waited: string = wait(1, 2);\n",
    "core/wait.test.ts(3,14): error TS2322: Type 'number' is not assignable to type 'string'",
  ],
  [
    'syntax that Node cannot erase',
    'types .',
    'server/platform/mode.ts',
    'export enum Mode {\n  Open,\n}\n',
    "not allowed when 'erasableSyntaxOnly' is enabled",
  ],
  [
    'the DOM in core',
    'types core',
    'core/page.ts',
    'export const at = document.title;\n',
    "Cannot find name 'document'",
  ],
  [
    'Node in core',
    'types core',
    'core/env.ts',
    'export const at = process.env;\n',
    "Cannot find name 'process'",
  ],
  [
    'the DOM in the server',
    'types .',
    'server/platform/page.ts',
    'export const at = document.title;\n',
    "Cannot find name 'document'",
  ],
  [
    'Node in the desk',
    'types web',
    'web/env.ts',
    'export const at = process.env;\n',
    "Cannot find name 'process'",
  ],
  [
    'a lint error',
    'lint',
    'server/platform/port.ts',
    "import { tmpdir } from 'node:os';\n\nexport const port = 8080;\n",
    "Identifier 'tmpdir' is imported but never used",
  ],
  [
    'a clock in core',
    'lint',
    'core/at.ts',
    'export const at = Date.now();\n',
    'core is pure: Date reads the clock',
  ],
  [
    'a new Date in core',
    'lint',
    'core/at.ts',
    'export const at = new Date();\n',
    'core is pure: Date reads the clock',
  ],
  [
    'a Date called in core',
    'lint',
    'core/at.ts',
    'export const at = Date();\n',
    'core is pure: Date reads the clock',
  ],
  [
    'a clock taken apart in core',
    'lint',
    'core/at.ts',
    'export const { now } = Date;\n',
    'core is pure: Date reads the clock',
  ],
  [
    'chance in core',
    'lint',
    'core/dice.ts',
    'export const dice = Math.random();\n',
    'core is pure: Math may be random',
  ],
  [
    'chance by another door in core',
    'lint',
    'core/dice.ts',
    "export const dice = Math['random']();\n",
    'core is pure: Math may be random',
  ],
  [
    'a timer in core',
    'lint',
    'core/later.ts',
    'export const later = (run: () => void) => setTimeout(run, 1);\n',
    'core is pure: setTimeout waits on a clock',
  ],
  [
    'a value of any type',
    'lint',
    'server/platform/any.ts',
    'export const loose = (value: any) => value;\n',
    'Unexpected `any`',
  ],
  [
    'raw HTML in the desk',
    'lint',
    'web/raw.tsx',
    'export const Raw = (props: { html: string }) => <p dangerouslySetInnerHTML={{ __html: props.html }} />;\n',
    'react(no-danger)',
  ],
  ['bad format', 'format', 'core/wait.ts', 'export const wait = ( a:number ) => a\n', 'core/wait.ts'],
  [
    'core importing the server',
    'boundaries',
    'core/port.ts',
    "export { port } from '../server/platform/port.ts';\n",
    'core-imports-only-its-own: core/port.ts → server/platform/port.ts',
  ],
  [
    'core importing a type of the server',
    'boundaries',
    'core/port.ts',
    "import type { port } from '../server/platform/port.ts';\n\nexport type Port = typeof port;\n",
    'core-imports-only-its-own: core/port.ts → server/platform/port.ts',
  ],
  [
    'core importing a package',
    'boundaries',
    'core/zod.ts',
    "export { z } from 'zod';\n",
    'core-is-pure: core/zod.ts',
  ],
  [
    'core importing Node',
    'boundaries',
    'core/os.ts',
    "export { EOL } from 'node:os';\n",
    'core-is-pure: core/os.ts',
  ],
  [
    'the platform importing a module',
    'boundaries',
    'server/platform/table.ts',
    "export { table } from '../modules/customers/index.ts';\n",
    'server/platform-imports-only-its-own: server/platform/table.ts',
  ],
  [
    'a module importing the app',
    'boundaries',
    'server/modules/customers/app.ts',
    "export { owner } from '../../app.ts';\n",
    'server/modules-imports-only-its-own: server/modules/customers/app.ts → server/app.ts',
  ],
  [
    'a module importing one to its right',
    'boundaries',
    'server/modules/customers/owner.ts',
    "export { owner } from '../conversations/index.ts';\n",
    'customers-imports-only-to-its-left: server/modules/customers/owner.ts',
  ],
  [
    'a module reaching past another module’s door',
    'boundaries',
    'server/modules/conversations/deep.ts',
    "export { table } from '../customers/store.ts';\n",
    'module-by-its-door: server/modules/conversations/deep.ts → server/modules/customers/store.ts',
  ],
  [
    'the app reaching past a module’s door',
    'boundaries',
    'server/main.ts',
    "export { table } from './modules/customers/store.ts';\n",
    'module-by-its-door-from-outside: server/main.ts → server/modules/customers/store.ts',
  ],
  [
    'the command line reaching past a module’s door',
    'boundaries',
    'cli/deep.ts',
    "export { table } from '../server/modules/customers/store.ts';\n",
    'module-by-its-door-from-outside: cli/deep.ts → server/modules/customers/store.ts',
  ],
  [
    'a module without a place in the row',
    'boundaries',
    'server/modules/weather/index.ts',
    "export { table } from '../customers/index.ts';\n",
    'module-in-the-row: server/modules/weather/index.ts',
  ],
  [
    'the server importing the desk',
    'boundaries',
    'server/desk.ts',
    "export { delay } from '../web/clock.tsx';\n",
    'server/app-imports-only-its-own: server/desk.ts → web/clock.tsx',
  ],
  [
    'the desk importing the server',
    'boundaries',
    'web/port.ts',
    "export { port } from '../server/platform/port.ts';\n",
    'web-imports-only-its-own: web/port.ts → server/platform/port.ts',
  ],
  [
    'the widget importing the desk',
    'boundaries',
    'widget/desk.ts',
    "export { delay } from '../web/clock.tsx';\n",
    'widget-imports-only-its-own: widget/desk.ts → web/clock.tsx',
  ],
  [
    'the command line importing the app',
    'boundaries',
    'cli/app.ts',
    "export { owner } from '../server/app.ts';\n",
    'cli-imports-only-its-own: cli/app.ts → server/app.ts',
  ],
  [
    'a test importing a stranger’s layer',
    'boundaries',
    'web/app.test.ts',
    "export { owner } from '../server/app.ts';\n",
    'web-tests-stay-in-web: web/app.test.ts → server/app.ts',
  ],
  [
    'the product importing test code',
    'boundaries',
    'server/platform/fake.ts',
    "export { waited } from '../../core/wait.test.ts';\n",
    'no-test-code-in-the-product: server/platform/fake.ts → core/wait.test.ts',
  ],
  [
    'a development package in the product',
    'boundaries',
    'server/platform/chance.ts',
    "export { integer } from 'fast-check';\n",
    'no-development-package-in-the-product: server/platform/chance.ts',
  ],
  [
    'a package nobody declared',
    'boundaries',
    'server/platform/version.ts',
    "export { parse } from 'semver';\n",
    'no-undeclared-package: server/platform/version.ts',
  ],
  [
    'the client end of the socket importing the server',
    'boundaries',
    'live/port.ts',
    "export { port } from '../server/platform/port.ts';\n",
    'live-imports-only-its-own: live/port.ts → server/platform/port.ts',
  ],
  [
    'a lost import',
    'boundaries',
    'core/lost.ts',
    "export { lost } from './gone.ts';\n",
    'no-unresolved-import',
  ],
  ['a circle', 'boundaries', 'core/round.ts', "export { round as again } from './round.ts';\n", 'no-circle'],
  [
    'a rule without its page',
    'completeness',
    'core/standard/rules/attitude.curt.test.ts',
    'export {};\n',
    'core/standard/rules/attitude.curt.md is missing',
  ],
  [
    'a module without its door',
    'completeness',
    'server/modules/selling/offer.ts',
    'export const offer = 1;\n',
    'server/modules/selling/index.ts is missing',
  ],
];

test.each(violations)('%s is found', async (_, step, file, text, says) => {
  const { passed, report } = await checked({ [file]: text }, [step]);
  expect(report).toContain(says);
  expect(passed).toBe(false);
});

async function checked(planted: Record<string, string>, steps: string[]) {
  using tree = plantedTree(planted);
  const lines: string[] = [];
  const passed = await check(tree.root, steps, (line) => lines.push(line));
  return { passed, report: lines.join('\n') };
}
