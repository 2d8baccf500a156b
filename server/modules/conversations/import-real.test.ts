/** Conversations that nobody here wrote come in whole. They are not part of the project: where they are absent this is left out. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThreadAnswer } from '../../../core/api.ts';
import { readCaseLine } from '../../../core/standard/case-form.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import { importConversation, importedId } from './import-conversation.ts';

const folder = join(import.meta.dirname, '../../../../shared/data');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^chat-.*\.jsonl$/.test(name)) : [];
const perFile = 25;

describe.skipIf(files.length === 0)(`real chat files (left out where ../shared/data is absent)`, () => {
  let desk: Desk;
  let shop: TestShop;

  beforeAll(async () => {
    desk = await startDesk();
    shop = await desk.addShop();
  });
  afterAll(() => desk.stop());

  test.for(files)('%s is imported, read and scored', async (file) => {
    const origin = { shopId: shop.shopId, source: file, group: 'pre-sales' } as const;
    const reviewer = await desk.signIn(shop, 'reviewer');
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean).slice(0, perFile);
    for (const line of lines) {
      const read = readCaseLine(line);
      if ('fault' in read) throw new Error(`${read.fault.field} ${read.fault.why}`);
      const { id, turns } = read.conversation;
      const outcome = await importConversation(desk.app.conversations, origin, read.conversation);
      const path = `/api/v1/conversations/${importedId(origin, id)}`;
      const { conversation, messages, scores } = (await reviewer.get<ThreadAnswer>(path)).body;
      expect(conversation).toMatchObject({ state: 'closed', seq: turns.length });
      expect(messages.map(({ text }) => text)).toEqual(turns.slice(-messages.length).map(({ text }) => text));
      const untimed = turns.every(({ at }) => at === undefined);
      expect(scores[0]!.notJudged.some(({ why }) => why === 'no-times')).toBe(untimed);
      expect(outcome).toEqual({ state: 'imported', points: scores[0]!.points });
    }
  });
});
