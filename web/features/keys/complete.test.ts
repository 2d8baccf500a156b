/** Every key that the desk hears stands on the help sheet, and every page in the palette. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysZh } from '../../words/keys.zh-CN.ts';
import { helpRows } from './help-rows.ts';
import { pages } from './pages.ts';
import { heardElsewhere, shortcuts } from './shortcuts.ts';

const features = join(import.meta.dirname, '..');
const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(join(features, path), 'utf8') }));

describe('the help sheet', () => {
  const shown = helpRows(() => true);

  it('has every key of the table and of the parts that hear keys by themselves', () => {
    const elsewhere = Object.values(heardElsewhere).flatMap((keys) => Object.values(keys).flat());
    const exist = [...shortcuts.map(({ keys }) => keys), ...elsewhere];
    expect(new Set(shown.flatMap(({ ways }) => ways))).toEqual(new Set(exist));
  });

  it('says in words what each does', () => {
    const words = shown.map(({ does, page }) => keysZh[page ? (`page.${page}` as const) : does]);
    expect(words.filter((one) => !one)).toEqual([]);
  });

  it('leaves out the pages that somebody may not see', () => {
    const theirs = helpRows(() => false).flatMap(({ page }) => page ?? []);
    expect(theirs).toEqual(['account']);
  });

  it('knows every part that hears a key of its own', () => {
    const hears = /\b(altKey|ctrlKey|metaKey|shiftKey)\b|addEventListener\('keydown'/;
    const parts = sources.filter(({ path, text }) => hears.test(text) && !path.startsWith('keys/'));
    // Enter is read in one place and sent by two.
    expect(parts.map(({ path }) => path).toSorted()).toEqual(Object.keys(heardElsewhere).toSorted());
  });
});

it('each act that a page marks as a command has a key, and each key its act', () => {
  const marked = sources.flatMap(({ text }) =>
    [...text.matchAll(/data-command="([\w-]+)"/g)].map(([, id]) => id),
  );
  const pressed = shortcuts.flatMap(({ act }) => ('press' in act ? act.press : []));
  // The composer's own three are made of its choices, the plans' of their places.
  const made = ['reply', 'note', 'whisper', 'plan-1', 'plan-2', 'plan-3'];
  expect(new Set([...marked, ...made])).toEqual(new Set(pressed));
});

it('every page behind the door is in the palette, and may be gone to by name', () => {
  const router = readFileSync(join(features, '../app/router.tsx'), 'utf8');
  const routes = [
    ...router.matchAll(/const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']+)'/g),
  ].map(([, name, parent, path]) => ({ name: name!, parent: parent!, path: path! }));
  const whole = (name: string): string | null => {
    if (name === 'desk') return '';
    const route = routes.find((one) => one.name === name);
    const above = route ? whole(route.parent) : null;
    return route && above !== null
      ? `${above}/${route.path.replace(/^\/|\/$/g, '')}`.replace(/\/$/, '')
      : null;
  };
  const addresses = new Set(
    routes.flatMap(({ name }) => whole(name) ?? []).filter((one) => one && !one.includes('$')),
  );
  expect(addresses.size).toBeGreaterThan(12);
  expect([...addresses].filter((one) => !pages.some(({ to }) => to === one))).toEqual([]);
});
