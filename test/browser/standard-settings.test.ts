/** Settings → Standard: nothing is saved unseen, what is saved judges the next reply, and what is wrong stands at its field. */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Conversation } from '../../core/standard/facts.ts';
import { demoSlug } from '../../demo/shop.ts';
import { importConversation } from '../../server/modules/conversations/index.ts';
import { addVersion, readVersion } from '../../server/modules/standard/index.ts';
import { inShop } from '../../server/platform/database/pool.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const rule = 'attitude.rhetorical';
const rude = '难道您自己不会看吗';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await bringPast();
});
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

/** A scored conversation in which the rude words were said. */
async function bringPast(): Promise<void> {
  const { conversations, shops } = stage.desk!.app;
  const { shopId } = (await shops.bySlug(demoSlug))!;
  const past: Conversation = {
    id: 'past',
    lang: 'zh',
    channel: 'chat',
    hours: 'always',
    customer: { name: '苏女士' },
    turns: [
      { from: 'customer', text: '这个尺码怎么选' },
      { from: 'agent', text: rude },
    ],
  };
  await importConversation(conversations, { shopId, source: 'test', group: 'after-sales' }, past);
}

async function atSettings(login: string, part = 'rules'): Promise<Colleague> {
  const colleague = await stage.colleague(login);
  await colleague.page.getByTestId('nav-standard').click();
  await colleague.page.getByTestId('standard').waitFor();
  await colleague.page.getByTestId(`part-${part}`).click();
  return colleague;
}

const ruleRow = ({ page }: Colleague): Locator => page.locator(`[data-testid=rule][data-rule="${rule}"]`);

async function chooseWeight(colleague: Colleague, weight: 'block' | 'warn' | 'note'): Promise<void> {
  await ruleRow(colleague).getByTestId('rule-weight').click();
  await colleague.page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', {
      has: colleague.page.locator(`.weight-mark[data-weight=${weight}]`),
    })
    .click();
}

async function previewed({ page }: Colleague): Promise<Locator> {
  await page.getByTestId('preview').click();
  await page.locator('[data-testid=preview-drawer][data-state=done]').waitFor();
  return page.getByTestId('preview-drawer');
}

async function save({ page }: Colleague, note: string, version: number): Promise<void> {
  await page.getByTestId('save-note').fill(note);
  await page.getByTestId('save').click();
  await page.getByText(`已保存为第 ${version} 版`).waitFor();
  await page.getByTestId('preview-drawer').waitFor({ state: 'detached' });
}

test('a milder weight: seen on the last conversations first, then saved, and the next reply is judged by it', async () => {
  const chen = await stage.colleague('chen');
  const mother = await stage.customer();
  await chen.open(await mother.ask('这个尺码怎么选'));
  await chen.field.fill(rude);
  await expect.poll(() => chen.findings.first().getAttribute('data-weight')).toBe('block');

  const admin = await atSettings('admin');
  await chooseWeight(admin, 'note');
  await expect.poll(() => ruleRow(admin).getAttribute('data-changed')).toBe('true');
  const drawer = await previewed(admin);
  await expect.poll(() => drawer.getByTestId('preview-sum').innerText()).toMatch(/1 段分数会变.*改轻重 1 处/);
  const [before, after] = await drawer
    .getByTestId('preview-scores')
    .locator('tbody tr', { hasText: '苏女士' })
    .locator('td.figures')
    .allInnerTexts()
    .then((texts) => texts.slice(-2).map((text) => Number.parseInt(text, 10)));
  expect(after).toBe(before! + 17);
  await drawer.getByText('例子').click();
  await expect.poll(() => drawer.locator('.preview-examples').innerText()).toContain('改为记录');

  await admin.page.getByTestId('save').click();
  await admin.page.getByText('请写一句为什么改').waitFor();
  await save(admin, '先记录，看一周再说', 1);
  await expect.poll(() => admin.page.getByTestId('save-bar').count()).toBe(0);
  await admin.page.getByTestId('part-history').click();
  const version = admin.page.locator('[data-testid=version][data-version="1"]');
  await expect.poll(() => version.innerText()).toContain('先记录，看一周再说');
  await version.getByTestId('version-changes').click();
  await version.getByText('拦截（标准） → 记录').waitFor();

  const father = await stage.customer();
  const next = await father.ask('还有别的颜色吗');
  await chen.field.fill('');
  // The list holds its place under the pointer.
  await chen.field.hover();
  await chen.open(next);
  await chen.write(rude);
  await father.sees(rude);
  await chen.message(rude).locator('mark[data-weight=note]').first().waitFor();
});

test('a forbidden phrase whose example is not found is refused at that example, in both languages', async () => {
  const admin = await atSettings('admin', 'phrases');
  const { page } = admin;
  await page.getByTestId('phrase-add').click();
  await page.getByTestId('phrase-words').fill('活动规则');
  const fails = page.getByTestId('examples-fails');
  await fails.getByTestId('example-add').click();
  await fails.getByTestId('example').fill('活动的规则在首页');
  const problem = page.locator('[data-field="phrases.0.fails.0"]');
  await expect.poll(() => problem.innerText()).toContain('没有被查到');
  await expect.poll(() => fails.getByTestId('example').getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => page.getByTestId('preview').isDisabled()).toBe(true);
  await expect.poll(() => page.getByTestId('bar-problems').innerText()).toContain('第 1 条禁语');
  await page.getByTestId('language').click();
  await page.getByText('This is not found').waitFor();
  await page.getByTestId('language').click();

  await fails.getByTestId('example').fill('按活动规则办哈');
  await problem.waitFor({ state: 'detached' });
  await previewed(admin);
});

test('somebody else saves meanwhile: whose it is is shown, my changes are kept and go on top of theirs', async () => {
  const [one, other] = [await atSettings('admin', 'scoring'), await atSettings('admin', 'scoring')];
  await one.page.getByTestId('number-meritLimit').fill('7');
  await other.page.getByTestId('number-repeatPercent').fill('30');
  await previewed(one);
  await save(one, '少加一点', 2);

  await other.page.getByTestId('preview').click();
  const notice = other.page.getByTestId('conflict');
  await notice.waitFor();
  await expect.poll(() => notice.innerText()).toContain('管理员刚保存了第 2 版');
  await expect.poll(() => notice.innerText()).toContain('少加一点');
  await other.page.getByTestId('conflict-merge').click();
  await expect.poll(() => other.page.getByTestId('number-repeatPercent').inputValue()).toBe('30');
  await expect.poll(() => other.page.getByTestId('number-meritLimit').inputValue()).toBe('7');
  await previewed(other);
  await save(other, '重复少扣', 3);
});

test('a preview can be stopped; what was not seen to the end cannot be saved', async () => {
  const admin = await atSettings('admin', 'scoring');
  const { page } = admin;
  await page.getByTestId('number-leastPrecision').fill('90');
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/standard/preview', (route) => asked.then(() => route.continue().catch(() => {})));
  await page.getByTestId('preview').click();
  await page.getByTestId('preview-cancel').click();
  await page.getByText('看完才能保存').waitFor();
  await expect.poll(() => page.getByTestId('save').isDisabled()).toBe(true);
  answer();
  await page.getByTestId('preview-again').click();
  await page.getByTestId('preview-sum').waitFor();
  await expect.poll(() => page.getByTestId('save').isEnabled()).toBe(true);
});

test('a rule that blocks no more is restored by who looked at it, with a reason that stays on record', async () => {
  await pullTeeth();
  const lead = await atSettings('he');
  const tag = ruleRow(lead).getByTestId('toothless');
  await expect.poll(() => tag.innerText()).toContain('只提醒不拦截');
  await tag.getByTestId('restore').click();
  await lead.page.getByTestId('restore-reason').fill('看过了，都是录入错误');
  await lead.page.locator('.ant-modal .ant-btn-primary').click();
  await tag.waitFor({ state: 'detached' });
  await lead.page.getByTestId('part-history').click();
  const version = lead.page.getByTestId('version').first();
  await expect.poll(() => version.innerText()).toContain('看过了，都是录入错误');
  await expect.poll(() => version.innerText()).toContain('何谷雨');
});

/** As the desk does where a rule errs too often. */
async function pullTeeth(): Promise<void> {
  const { pool, shops, now } = stage.desk!.app;
  const { shopId } = (await shops.bySlug(demoSlug))!;
  await inShop(pool, shopId, async (tx) => {
    const { version: basedOn, settings } = (await readVersion(tx, shopId))!;
    const toothless = { [rule]: now() };
    await addVersion(tx, shopId, { basedOn, settings, toothless, by: null, note: '', at: now() });
  });
}

test('unsaved changes are not lost unasked; who may only read can change nothing', async () => {
  const admin = await atSettings('admin');
  await chooseWeight(admin, 'warn');
  await admin.page.getByRole('link', { name: '主管看板' }).click();
  await admin.page.getByTestId('leave-stay').click();
  await expect.poll(() => ruleRow(admin).getAttribute('data-changed')).toBe('true');
  await admin.page.getByRole('link', { name: '主管看板' }).click();
  await admin.page.getByTestId('leave-go').click();
  await admin.page.waitForURL('**/wall');

  const lead = await atSettings('he');
  await ruleRow(lead).waitFor();
  await expect.poll(() => lead.page.locator('main .ant-select, main [role=switch]').count()).toBe(0);
  expect(await lead.page.locator('main input').count(), 'only the field that finds a rule').toBe(1);
  await ruleRow(lead).locator('.rule-title').click();
  await lead.page.getByTestId('rule-page').waitFor();
  const agent = await stage.colleague('chen');
  await expect.poll(() => agent.page.getByTestId('nav-standard').count()).toBe(0);
});
