/** What is done at an order: how the tests of operations move through its forms. */
import type { Page } from 'playwright-core';
import { demoPassword } from '../../../demo/people.ts';
import { demoSlug } from '../../../demo/shop.ts';
import type { Colleague } from './colleague.ts';
import type { Stage } from './stage.ts';

/** Somebody who does not speak with customers begins on their own page. */
export async function atWork(stage: Stage, login: string, page: string): Promise<Page> {
  const person = await stage.stranger();
  await person.signIn(`${demoSlug}:${login}`, demoPassword);
  await person.page.waitForURL(`**/${page}`);
  return person.page;
}

/** The customer names the order, the agent has the conversation and the order beside it. */
export async function beside(
  stage: Stage,
  agent: Colleague,
  number: string,
  asked = '睡袋拉链坏了，想退掉',
): Promise<void> {
  const customer = await stage.customer();
  const id = await customer.ask(`我的订单${number}，手机尾号8812，${asked}`);
  await agent.take(id);
}

/** Opens the form of an operation on the order beside the conversation. */
export async function choose(page: Page, kind: string, number: string): Promise<void> {
  const order = page.getByTestId('order').filter({ hasText: number.slice(-4) });
  await order.getByTestId('operations').click();
  await page.getByTestId(`operation-${kind}`).click();
  await page.locator(`[data-testid=operation-dialog][data-kind=${kind}]`).waitFor();
}

export async function begin(page: Page, kind: string, number: string): Promise<void> {
  await choose(page, kind, number);
  await page.getByTestId('quantity-0').fill('1');
  await page.getByTestId('quantity-0').press('Tab');
}

export async function giveReason(page: Page, reason: string, words: string): Promise<void> {
  await page.getByTestId('reason').click();
  await page.locator('.ant-select-item-option').filter({ hasText: reason }).click();
  await page.getByTestId('words').fill(words);
}

export const operation = (page: Page, kind: string, state: string) =>
  page.locator(`[data-testid=operation][data-kind=${kind}][data-state=${state}]`);
