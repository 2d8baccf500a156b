/** A page as axe judges it: WCAG 2.1, levels A and AA. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** What is wrong with it in the light and, where colours alone differ, in the dark; each with its place. */
export async function violations(page: Page, what: string): Promise<string[]> {
  await turn(page, 'light');
  const light = await run(page, { runOnly: levels });
  await turn(page, 'dark');
  const dark = await run(page, { runOnly: ['color-contrast'] });
  await turn(page, 'light');
  return [...light.map((one) => `${what}: ${one}`), ...dark.map((one) => `${what}, dark: ${one}`)];
}

/** Our own pages follow the system; one that has no dark look stays as it is. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((wanted) => {
    const { appearance } = document.documentElement.dataset;
    return appearance === undefined || appearance === wanted;
  }, colorScheme);
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  await page.evaluate(still);
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as {
      axe: { run(what: Document, options: RunOptions): Promise<AxeResults> };
    };
    const found = await axe.run(document, { ...asked, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
        return `${id} at ${target.flat().join(' ')}: ${why}`;
      }),
    );
  }, options);
}

/**
 * Until nothing fades any more, or for a second: a waiting ring turns on. A colour that is handed down changes one
 * level a frame.
 */
async function still(): Promise<void> {
  const frame = () => new Promise((passed) => requestAnimationFrame(passed));
  const isMoving = () =>
    document.getAnimations().some(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  for (let frames = 0, quiet = 0; frames < 60 && quiet < 3; frames++) {
    quiet = isMoving() ? 0 : quiet + 1;
    await frame();
  }
}
