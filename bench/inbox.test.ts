import { expect, test } from 'vitest';
import { benchInbox } from './inbox.ts';
import { tableOfInbox } from './inbox-report.ts';

test('two shops are filled, read in turn, and told apart', async () => {
  const figures = await benchInbox({
    sizes: [400, 800],
    rounds: 1,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  expect(figures.map(({ ask }) => ask)).toContain('open one');
  for (const { ms, p99, growth } of figures) {
    expect(ms).toHaveLength(2);
    for (const [i, median] of ms.entries()) expect(p99[i]).toBeGreaterThanOrEqual(median);
    expect(growth).toBeGreaterThan(0);
  }
  const table = tableOfInbox(figures, { date: 'd', machine: 'm', node: 'n', rounds: 1 });
  expect(table.split('\n').filter((line) => /[✓✗]/.test(line))).toHaveLength(figures.length);
}, 120_000);
