import { expect, test } from 'vitest';
import { standardOf } from '../../../core/standard/apply-settings.ts';
import type { Turn } from '../../../core/standard/facts.ts';
import { standardInForce } from '../../../core/standard/settings.ts';
import { scoreDrafts } from './score-episode.ts';

test('while a long episode is scored the desk goes on', async () => {
  const turns = Array.from({ length: 1500 }, (_, i): Turn => {
    const from = i % 2 === 0 ? 'customer' : 'agent';
    return { from, text: from === 'customer' ? `第${i}件还没发货` : `第${i}件已经为您催发`, at: i * 60_000 };
  });
  const reviewed = { id: 'e', lang: 'zh', channel: 'chat', hours: 'always', turns } as const;
  let scored = false;
  let others = 0;
  const scoring = scoreDrafts(
    'e',
    { firstSeq: 1, known: [] },
    reviewed,
    1e8,
    standardOf(standardInForce),
  ).then(() => (scored = true));
  const goOn = () => {
    others++;
    if (!scored) setImmediate(goOn);
  };
  setImmediate(goOn);
  await scoring;
  expect(others).toBeGreaterThan(3);
});
