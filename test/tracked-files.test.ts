import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What no file of the repository may contain. The patterns are written so that they do not match themselves. */
const unwanted = {
  'a path of somebody’s machine': /(?<![\w.:*})/-])\/(?:home|root|tmp|work|Users)\/[\w.-]/,
  'unfinished work': /\b(?:TO[D]O|FIX[M]E|XX[X])\b/,
  'a test alone, or a test left out': /\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip)\(/,
};

const finds: [what: keyof typeof unwanted, text: string][] = [
  ['a path of somebody’s machine', ['read("', 'home', 'li', 'shop.db")'].join('/')],
  ['a path of somebody’s machine', ['', 'tmp', 'x'].join('/')],
  ['unfinished work', '// TO' + 'DO: later'],
  ['a test alone, or a test left out', 'test.on' + "ly('this', () => {})"],
  ['a test alone, or a test left out', 'describe.concurrent.sk' + "ip('this', () => {})"],
];

test.each(finds)('%s is found in: %s', (what, text) => {
  expect(text).toMatch(unwanted[what]);
});

test.each([
  ['a path of somebody’s machine', 'https://shop.example/home/page'],
  ['a path of somebody’s machine', ['.', 'tmp', 'file and ..', 'work', 'file'].join('/')],
  ['unfinished work', "test.todo('subtracts') and mastodon"],
  ['a test alone, or a test left out', 'queue.sk' + 'ip(3)'],
] as const)('%s is not found in: %s', (what, text) => {
  expect(text).not.toMatch(unwanted[what]);
});

test('no file of the repository has any of it', () => {
  const files = textFiles();
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap(({ file, text }) =>
    Object.entries(unwanted)
      .filter(([, pattern]) => pattern.test(text))
      .map(([what, pattern]) => `${file}: ${what}: ${pattern.exec(text)?.[0]}`),
  );
  expect(found).toEqual([]);
});

/** Tracked files and new ones that are not ignored, without the lockfile (generated) and pictures. */
function textFiles(): { file: string; text: string }[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  return listed
    .toString()
    .split('\0')
    .filter((file) => file && file !== 'package-lock.json')
    .flatMap((file) => {
      const text = readIfThere(file);
      return text === undefined || text.includes('\0') ? [] : [{ file, text }];
    });
}

/** A listed file may be gone: deleted, and not yet committed. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(`${root}${file}`, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
