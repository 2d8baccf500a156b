#!/usr/bin/env node
/** The launcher: `yinuo <command> …`. Installs and builds what is missing, then runs the command on the pinned Node. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { launch } from './main.mjs';
import { root } from './paths.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { runInPlace } from './run.mjs';

const [command, ...rest] = process.argv.slice(2);

await launch(async () => {
  await install(root);
  const node = pinnedNode(root);
  if (command === 'start' || command === 'serve') await build(root, node);
  // `yinuo run FILE …` is for the project's own scripts.
  if (command === 'run') return runInPlace(node, rest);
  return runInPlace(node, [join(root, 'cli/main.ts'), ...process.argv.slice(2)]);
});
