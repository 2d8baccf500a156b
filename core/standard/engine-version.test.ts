import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const here = new URL('./', import.meta.url);

/** What decides a finding or a score: not the suggestions, not how cases are read. */
const others = /\.test\.ts$|^phrases\/|^(?:suggest|case-form|engine-version)\.ts$/;

test('the engine’s version is that of its sources (after a change: vitest run core/standard/engine-version.test.ts -u)', async () => {
  const hash = createHash('sha256');
  for (const source of sources()) hash.update(meaning(readFileSync(new URL(source, here), 'utf8')));
  const version = hash.digest('hex').slice(0, 12);
  await expect(`/**
 * Which engine judged: a digest of the sources of rules and score, the same in server and browser.
 * Written by \`vitest run core/standard/engine-version.test.ts -u\`.
 */
export const engineVersion: string = '${version}';
`).toMatchFileSnapshot(new URL('engine-version.ts', here).pathname);
});

function sources(): string[] {
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' });
  const judging = files.filter((file) => file.endsWith('.ts') && !others.test(file)).sort();
  return [...judging, '../team/working-hours.ts'];
}

/** The source without what a formatter may change. */
const meaning = (source: string) => source.replace(/\s+|;|,(?=\s*[)\]}])/g, '');
