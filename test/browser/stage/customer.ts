import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { WidgetSession } from '../../../core/api.ts';
import type { Topic } from '../../../core/team/routing.ts';
import { until } from '../../until.ts';

/** Somebody at the shop's page, and what their browser gets to hear. */
export class Customer {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every frame that the desk sent to this page, as text. */
  readonly frames: string[] = [];
  /** What the page's own content security policy had to stop. */
  readonly violations: string[] = [];
  #conversationId: string | undefined;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.frames.push(String(payload))),
    );
    page.on('response', async (response) => {
      if (!response.url().endsWith('/widget/v1/sessions') || !response.ok()) return;
      const { view } = (await response.json()) as WidgetSession;
      this.#conversationId = view.conversationId;
    });
  }

  /** Known once the chat has opened. */
  conversation(): Promise<string> {
    return until('the widget’s session', () => this.#conversationId);
  }

  async openChat(): Promise<void> {
    await this.page.getByTestId('widget-launcher').click();
    await this.conversation();
  }

  async choose(topic: Topic): Promise<void> {
    await this.page.getByTestId(`widget-topic-${topic}`).click();
  }

  get field(): Locator {
    return this.page.getByTestId('widget-input');
  }

  /** Writes and sends; does not wait for what becomes of it. */
  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  message(text: string): Locator {
    return this.page.getByTestId('widget-message').filter({ hasText: text });
  }

  async sees(text: string): Promise<void> {
    await this.message(text).waitFor();
  }

  /** Everything said, as shown. */
  messages(): Promise<string[]> {
    return this.page.locator('[data-testid=widget-message] .bubble').allTextContents();
  }

  /** Opens the chat and writes the first message about after-sale. */
  async ask(text: string): Promise<string> {
    await this.openChat();
    await this.choose('after-sale');
    await this.write(text);
    await this.page.locator('[data-testid=widget-message][data-seq]').last().waitFor();
    return this.conversation();
  }
}
