import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { InboxView } from '../../../core/conversations/inbox.ts';

/** Somebody at the desk. */
export class Colleague {
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  async signIn(account: string, password: string): Promise<void> {
    await this.page.getByTestId('sign-in-account').fill(account);
    await this.page.getByTestId('sign-in-password').fill(password);
    await this.page.getByTestId('sign-in-submit').click();
  }

  row(conversationId: string): Locator {
    return this.page.locator(`[data-testid=inbox-row][data-conversation="${conversationId}"]`);
  }

  wallRow(conversationId: string): Locator {
    return this.page.locator(`[data-testid=wall-row][data-conversation="${conversationId}"]`);
  }

  alert(conversationId: string): Locator {
    return this.page.locator(`[data-testid=wall-alert][data-conversation="${conversationId}"]`);
  }

  async show(view: InboxView): Promise<void> {
    await this.page.getByTestId(`inbox-view-${view}`).click();
  }

  /** Opens it from the list, as soon as it is there. */
  async open(conversationId: string): Promise<void> {
    await this.row(conversationId).getByRole('link').click();
    await this.page.getByTestId('message').first().waitFor();
  }

  /** Opens it, and takes it where it waits for somebody. */
  async take(conversationId: string): Promise<void> {
    await this.show('all');
    await this.open(conversationId);
    const claim = this.page.getByTestId('claim');
    await claim.or(this.field).first().waitFor();
    if (await claim.isVisible()) await claim.click();
    await this.field.waitFor();
  }

  get field(): Locator {
    return this.page.getByTestId('composer');
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  message(text: string): Locator {
    return this.page.getByTestId('message').filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).waitFor();
  }

  /** Everything said that stands in the open thread. */
  messages(): Promise<string[]> {
    return this.page.locator('[data-testid=message] .bubble').allTextContents();
  }

  /** What became of the reply that waits for the supervisor. */
  held(outcome: 'open' | 'released' | 'refused'): Locator {
    return this.page.locator(`[data-testid=held-reply][data-outcome=${outcome}]`);
  }

  get findings(): Locator {
    return this.page.getByTestId('composer-finding');
  }

  /** Answers the small question that an action asks first. */
  async confirm(): Promise<void> {
    await this.page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  }

  async resolve(): Promise<void> {
    await this.page.getByTestId('resolve').click();
    await this.confirm();
    await this.page.locator('[data-mark="episode.closed"]').last().waitFor();
  }
}
