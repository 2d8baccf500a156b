import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

const configuration = [
  'package.json',
  '.dependency-cruiser.mjs',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'tsconfig.base.json',
  'tsconfig.browser.json',
  'tsconfig.json',
  'tsconfig.test.json',
  'core/tsconfig.json',
  'live/tsconfig.json',
  'web/tsconfig.json',
  'widget/tsconfig.json',
  'scripts/lint/yinuo.mjs',
];

/** Blameless files for every layer, importing all that they may. */
const blameless = {
  'core/wait.ts': 'export const wait = (from: number, now: number): number => now - from;\n',
  'core/since.ts':
    'export const since = (day: Date): boolean => day >= new Date(Date.UTC(2020, Math.min(1, 2)));\n',
  'core/wait.test.ts': "import { wait } from './wait.ts';\n\nexport const waited = wait(1, 2);\n",
  'server/platform/port.ts': "export { wait } from '../../core/wait.ts';\n\nexport const port = 8080;\n",
  'server/modules/customers/store.ts': "export const table = 'customers';\n",
  'server/modules/customers/store.test.ts':
    "export { owner } from '../../app.ts';\nexport { integer } from 'fast-check';\n",
  'server/modules/customers/index.ts': "export { table } from './store.ts';\n",
  'server/modules/conversations/index.ts': "export { table as owner } from '../customers/index.ts';\n",
  'server/app.ts': "export { owner } from './modules/conversations/index.ts';\nexport { z } from 'zod';\n",
  'server/main.ts': "export { owner } from './app.ts';\n",
  'live/socket.ts': "export { wait as delay } from '../core/wait.ts';\n",
  'web/clock.tsx': "export { delay } from '../live/socket.ts';\n",
  'widget/clock.ts': "export { delay } from '../live/socket.ts';\n",
  'cli/start.ts':
    "export { owner } from '../server/main.ts';\nexport { port } from '../server/platform/port.ts';\n",
  'bench/rows.ts': "export { table } from '../server/modules/customers/index.ts';\n",
  'demo/shop.ts': "export { delay } from '../live/socket.ts';\n",
};

/**
 * A small tree under this repository's own configuration, with `planted` files (path to text) added to it.
 * It lies in a temporary folder which `[Symbol.dispose]` takes away.
 */
export function plantedTree(planted: Record<string, string> = {}): { root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'yinuo-check-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const file of configuration) cpSync(join(repository, file), join(root, file));
  for (const [file, text] of Object.entries({ ...blameless, ...planted })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}
