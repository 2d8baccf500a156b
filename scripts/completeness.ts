import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a finished part of the tree must have and lacks, one sentence each: a rule of the standard its code,
 * its test and its page; a module of the server its door.
 */
export function missingFiles(root: string): string[] {
  return [...incompleteRules(root), ...modulesWithoutDoor(root)];
}

/** A rule's files are named by its id, `family.name`; files without a dot are helpers. */
function incompleteRules(root: string): string[] {
  const folder = 'core/standard/rules';
  const files = list(join(root, folder));
  const rules = new Set(
    files.flatMap((file) => /^([a-z-]+\.[a-z-]+?)(\.test)?\.(ts|md)$/.exec(file)?.[1] ?? []),
  );
  return [...rules].flatMap((rule) =>
    ['.ts', '.test.ts', '.md']
      .filter((ending) => !files.includes(rule + ending))
      .map((ending) => `${folder}/${rule}${ending} is missing: a rule is its code, its test and its page`),
  );
}

function modulesWithoutDoor(root: string): string[] {
  const folder = 'server/modules';
  return list(join(root, folder))
    .filter((name) => !existsSync(join(root, folder, name, 'index.ts')))
    .map((name) => `${folder}/${name}/index.ts is missing: a module is entered through its index.ts`);
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
