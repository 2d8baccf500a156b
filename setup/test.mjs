/** `npm test`: installs and builds what is missing, then runs vitest on the pinned Node. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { launch } from './main.mjs';
import { root } from './paths.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { runInPlace } from './run.mjs';

await launch(async () => {
  await install(root);
  const node = pinnedNode(root);
  await build(root, node);
  return runInPlace(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
});
