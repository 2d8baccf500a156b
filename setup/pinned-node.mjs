import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';

const neededMajor = 24;

/** The Node that runs TypeScript: the one installed with the packages, else this one if it is new enough. */
export function pinnedNode(root) {
  const packaged = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  throw new SetupFailure(
    `本机的 Node.js 是 ${process.versions.node}，而 ${process.platform}-${process.arch} 没有随附的 Node.js。请安装 Node.js ${neededMajor} 或更高版本。`,
    `This machine's Node.js is ${process.versions.node}, and none comes along for ${process.platform}-${process.arch}. Install Node.js ${neededMajor} or later.`,
  );
}
