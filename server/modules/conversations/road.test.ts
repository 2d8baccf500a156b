import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused, refuse } from '../../../core/refusal.ts';
import type { Draft } from '../../../core/conversations/transitions.ts';
import type { Desk } from '../../../test/desk.ts';
import { startDesk } from '../../../test/desk.ts';
import type { TestShop } from '../../../test/shops.ts';
import type { Tx } from '../../platform/database/pool.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Change } from './road.ts';

let desk: Desk;
let shop: TestShop;
let conversationId: string;

beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await desk.stop();
  expect(desk.failures).toEqual([]);
});

test('changes of the same turn share a transaction and keep their order', async () => {
  await begin();
  const names = Array.from({ length: 50 }, (_, i) => `${i}`);
  await Promise.all(names.map((text) => take({ decide: () => [note(text)] })));
  const written = await notes(conversationId);
  expect(written.map(({ text }) => text)).toEqual(names);
  expect(new Set(written.map(({ tx }) => tx)).size).toBe(1);
});

test('one that is refused leaves the others of its batch alone, and no number behind', async () => {
  await begin();
  const [first, refused, last] = await Promise.allSettled([
    take({ decide: () => [note('一')] }),
    take({ decide: () => refuse({ code: 'conflict', reason: 'already-closed' }) }),
    take({ decide: () => [note('二')] }),
  ]);
  expect([first.status, refused.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((refused as PromiseRejectedResult).reason).toBeInstanceOf(Refused);
  const [one, two] = await notes(conversationId);
  expect(two!.staff_seq).toBe(one!.staff_seq + 1);
});

test('one that decides on rows sees what its own batch decided before it', async () => {
  await begin();
  const seen: number[] = [];
  const look = (text: string) =>
    take({
      readsRows: true,
      async decide(_, tx) {
        seen.push((await notes(conversationId, tx)).length);
        return [note(text)];
      },
    });
  await Promise.all([
    take({ decide: () => [note('一')] }),
    look('二'),
    look('三'),
    take({ decide: () => [note('四')] }),
  ]);
  expect(seen).toEqual([1, 2]);
  expect((await notes(conversationId)).map(({ text }) => text)).toEqual(['一', '二', '三', '四']);
});

test('a batch never mixes shops', async () => {
  const here = await begin();
  const there = await begin();
  await Promise.all(
    [here, there, here, there].map((one) =>
      take({ ...one, decide: () => [{ ...note('同时'), authorId: one.authorId } as Draft] }, one.shopId),
    ),
  );
  const [ours, theirs] = [
    await notes(here.conversationId, undefined, here.shopId),
    await notes(there.conversationId),
  ];
  expect([ours.length, theirs.length]).toEqual([2, 2]);
  expect(ours.map(({ tx }) => tx)).not.toContain(theirs[0]!.tx);
});

test('a conversation that is not there is refused', async () => {
  const unknown = take({ conversationId: crypto.randomUUID(), decide: () => [] });
  await expect(unknown).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

/** A new shop with a conversation in it. */
async function begin() {
  shop = await desk.addShop();
  const visitor = await desk.visit(shop);
  await visitor.say('有货吗');
  ({ conversationId } = visitor);
  return { shopId: shop.shopId, conversationId, authorId: shop.people.agent.agentId };
}

function take(change: Partial<Change> & Pick<Change, 'decide'>, shopId = shop.shopId) {
  return desk.app.conversations.road.take({ conversationId, ...change, shopId });
}

function note(text: string): Draft {
  const noteId = crypto.randomUUID();
  return { type: 'note.added', noteId, kind: 'note', authorId: shop.people.agent.agentId, text };
}

/** In the order of their numbers, each with the transaction it was written by. */
async function notes(id: string, within?: Tx, shopId = shop.shopId) {
  const read = (tx: Tx) =>
    tx.query<{ text: string; staff_seq: number; tx: string }>(
      `select n.text, n.staff_seq, e.tx::text as tx from notes n
      join events e on e.shop_id = n.shop_id and e.conversation_id = n.conversation_id
        and e.type = 'note.added' and (e.data->>'staffSeq')::int = n.staff_seq
      where n.shop_id = $1 and n.conversation_id = $2 order by n.staff_seq`,
      [shopId, id],
    );
  return within ? read(within) : inShop(desk.app.pool, shopId, read);
}
