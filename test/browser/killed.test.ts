import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { Cable } from './stage/cable.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Customer } from './stage/customer.ts';
import { DeskProcess } from './stage/desk-process.ts';
import { Stage } from './stage/stage.ts';

let process: DeskProcess;
let stage: Stage;
let chen: Colleague;
let mother: Customer;
beforeAll(async () => {
  process = await DeskProcess.inFreshFolder();
  stage = new Stage(await launchChromium(), await Cable.lay(await process.start()), null);
});
beforeEach(async () => {
  chen = await stage.colleague('chen');
  mother = await stage.customer();
  await chen.open(await mother.ask('退款到哪一步了'));
  await chen.write('您好，我正在查，请稍等一下。');
  await mother.sees('我正在查');
});
afterEach(() => stage.clear());
afterAll(async () => {
  await stage?.strike();
  await process?.remove();
});

/** What both wrote during the fault arrived once, in one order, for both; also on pages opened anew. */
async function bothCarryOn() {
  // Where the customer's words arrived first, the reply is held back for its author to look; he sends it anyway.
  const heldBack = chen.page.getByTestId('overtaken');
  const sent = () => mother.messages().then(({ length }) => length === 4);
  await expect
    .poll(async () => (await sent()) || (await heldBack.isVisible()), { timeout: 60_000 })
    .toBe(true);
  if (!(await sent())) await chen.field.press('Enter');
  await expect.poll(() => mother.messages(), { timeout: 60_000 }).toHaveLength(4);
  await expect.poll(() => chen.messages(), { timeout: 60_000 }).toEqual(await mother.messages());
  const history = await mother.messages();
  expect(history.slice(0, 2)).toEqual(['退款到哪一步了', '您好，我正在查，请稍等一下。']);
  expect(history.slice(2).toSorted()).toEqual(['您好，退款今天到账。', '还在吗']);
  await mother.page.reload();
  await mother.openChat();
  await expect.poll(() => mother.messages()).toEqual(history);
  await chen.page.reload();
  await expect.poll(() => chen.messages()).toEqual(history);
}

test('the server is killed and started again: both carry on by themselves', async () => {
  await process.kill();
  await chen.page.getByTestId('offline').waitFor();
  await mother.write('还在吗');
  await chen.write('您好，退款今天到账。');
  stage.cable.mend(await process.start());
  await bothCarryOn();
});

test('PostgreSQL is killed: both carry on by themselves', async () => {
  await process.killDatabase();
  await mother.write('还在吗');
  await chen.write('您好，退款今天到账。');
  await bothCarryOn();
});
