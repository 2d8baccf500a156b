/** The test bench: a pasted conversation is judged, a finding called wrong, and the shop's case file says so to the command. */
import { readFile } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkCommand } from '../../cli/check.ts';
import type { Colleague } from './stage/colleague.ts';
import type { Stage } from './stage/stage.ts';
import { setStage } from './stage/stage.ts';

const rude = '难道说明书要我念给您听吗';
const pasted = [
  '10:02 顾客：我姓葛，电话13800000012，杯盖一直漏水',
  `10:03 客服：${rude}`,
  '10:04 顾客：你们就这样对顾客？',
  '10:05 客服：非常抱歉，是我话说重了，我马上给您寄一个新盖子，今天发出。',
].join('\n');
const rule = 'attitude.rhetorical';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.clear());
afterAll(() => stage?.strike());

async function atTheBench(login = 'qiao'): Promise<Colleague> {
  const colleague = await stage.colleague(login);
  await colleague.page.getByRole('link', { name: '试验台' }).click();
  await colleague.page.getByTestId('paste').waitFor();
  return colleague;
}

const finding = ({ page }: Colleague) => page.locator(`[data-testid=bench-finding][data-rule="${rule}"]`);
const points = async ({ page }: Colleague) =>
  Number.parseInt(await page.getByTestId('bench-points').innerText(), 10);

async function paste({ page }: Colleague, text: string): Promise<void> {
  await page.getByTestId('paste').fill(text);
  await page.getByTestId('paste-judge').click();
}

/** The command, on a file. */
async function check(file: string): Promise<{ code: number; said: string }> {
  let said = '';
  const into = () =>
    new Writable({
      write(chunk, _, done) {
        said += String(chunk);
        done();
      },
    });
  const io = { stdin: Readable.from([]), stdout: into(), stderr: into() };
  return { code: await checkCommand(['--cases', file], io), said };
}

test('what is found wrong on the bench becomes a case that the command runs', async () => {
  const qiao = await atTheBench();
  const { page } = qiao;
  await paste(qiao, pasted);
  await finding(qiao).waitFor();
  const turn = page.getByTestId('bench-turn').filter({ hasText: rude });
  expect(rude).toContain(await turn.locator('mark').first().innerText());
  const whole = await points(qiao);

  // Without the rule, at once; then with it again.
  await page.getByTestId(`rule-${rule}`).click();
  await page.locator(`[data-rule="${rule}"][data-off=true]`).waitFor();
  await expect.poll(() => turn.locator('mark').count()).toBe(0);
  await expect.poll(() => points(qiao)).toBe(whole + 20);
  await expect.poll(() => page.getByTestId('bench-change').innerText()).toContain(`${whole} 分`);
  await page.getByTestId('rules-all-on').click();
  await expect.poll(() => points(qiao)).toBe(whole);

  // The rule's own page stands beside it.
  await finding(qiao).locator('.finding-title').click();
  await page.getByTestId('rule-page').getByText('会提示', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('rule-page').waitFor({ state: 'detached' });

  await finding(qiao).getByTestId('mark-wrong').click();
  await expect.poll(() => points(qiao)).toBe(whole + 20);
  await page.getByTestId('bench-cases').click();
  await page.getByTestId('case').filter({ hasText: rude }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('cases-download').click(),
  ]);
  expect(download.suggestedFilename()).toBe('cases.jsonl');
  const file = await download.path();
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ expect: [], free: [rule], turns: { length: 4 } });
  expect(text).not.toContain('13800000012');
  const { code, said } = await check(file);
  expect(said).toContain(`${rule}: 0 expected, 0 missed, 1 false`);
  expect(said).toContain('1 cases, 0 missed, 1 false');
  expect(code).toBe(1);
});

test('an agent’s better words are judged again in place; a missed finding is added and taken back', async () => {
  const qiao = await atTheBench();
  const { page } = qiao;
  await paste(qiao, pasted.replace('10:02', '9:58'));
  await finding(qiao).waitFor();
  const before = await points(qiao);
  await page.getByTestId('turn-edit').nth(1).click();
  await page.getByTestId('turn-text').fill('您别着急，我先看一下您的订单。');
  await page.getByTestId('turn-save').click();
  await finding(qiao).waitFor({ state: 'detached' });
  await expect.poll(() => points(qiao)).toBeGreaterThan(before);

  await page.getByTestId('turn-missed').nth(1).click();
  await page.getByTestId('missed-rule').locator('input').fill('推诿');
  await page.keyboard.press('Enter');
  const missed = page.getByTestId('bench-missed');
  await missed.getByText('推诿').waitFor();
  await missed.getByRole('button').click();
  await missed.waitFor({ state: 'detached' });
});

test('what cannot be read is named by its line, and nobody’s words are lost', async () => {
  const he = await atTheBench('he');
  await paste(he, '顾客：在吗\n10:05 小满：在的');
  await he.page.getByTestId('paste-fault').getByText('第 2 行').waitFor();
  await he.page.getByRole('link', { name: '会话', exact: true }).click();
  await he.page.getByRole('link', { name: '试验台' }).click();
  await expect.poll(() => he.page.getByTestId('paste').inputValue()).toContain('小满：在的');
  await he.page.getByTestId('bench-example').click();
  await finding(he).waitFor();
  // A lead reads; the word is a reviewer's or a supervisor's.
  await expect.poll(() => finding(he).getByTestId('mark-wrong').isDisabled()).toBe(true);
});

test('a reviewer’s word on a finding changes the score before their eyes, and says whose it was', async () => {
  const [mother, chen] = [await stage.customer(), await stage.colleague('chen')];
  const id = await mother.ask('杯盖漏水，包里的书都湿了，怎么办');
  await chen.open(id);
  await chen.write('这个不归我们管，您找厂家去。');
  await mother.sees('您找厂家去');
  await chen.resolve();

  const qiao = await stage.colleague('qiao');
  await qiao.open(id);
  const line = qiao.page.locator('[data-testid=score-line][data-rule="attitude.shirk"]');
  await line.waitFor();
  const score = async () =>
    Number.parseInt(await qiao.page.getByTestId('score-points').first().innerText(), 10);
  const before = await score();
  const message = qiao.message('您找厂家去');
  const control = message.locator('[data-testid=verdict-control][data-rule="attitude.shirk"]');
  await control.getByTestId('verdict-wrong').click();
  await expect.poll(() => qiao.page.getByTestId('verdict-give').isDisabled()).toBe(true);
  await qiao.page.getByTestId('verdict-reason').fill('厂家保修，客服已留下联系办法');
  await qiao.page.getByTestId('verdict-give').click();

  await message.getByTestId('verdict').getByText('乔霜降').waitFor();
  await line.waitFor({ state: 'detached' });
  await expect.poll(score).toBeGreaterThan(before);
  await expect.poll(() => qiao.page.getByTestId('score-before').innerText()).toBe(String(before));
  // An agent sees the word, and gives none.
  await chen.message('您找厂家去').getByTestId('verdict').first().waitFor();
  await expect.poll(() => chen.page.getByTestId('verdict-control').count()).toBe(0);

  await qiao.page.getByTestId('to-bench').click();
  await qiao.page.locator('[data-rule="attitude.shirk"][data-verdict=wrong]').waitFor();
});
