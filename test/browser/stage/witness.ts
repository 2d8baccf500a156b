import type { Page } from 'playwright-core';

const mostLines = 20;
const mostText = 2_000;

/** Remembers what happened in a page: a test that failed once, on a machine that nobody can visit, is explained by it. */
export class Witness {
  readonly #page: Page;
  readonly #lines: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (said) => this.#note(`${said.type()}: ${said.text()}`));
    page.on('requestfailed', (request) =>
      this.#note(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`),
    );
    page.on('response', (response) => {
      if (response.status() >= 400)
        this.#note(`${response.request().method()} ${response.url()}: ${response.status()}`);
    });
    page.on('websocket', (socket) => {
      this.#note(`socket opened: ${socket.url()}`);
      socket.on('close', () => this.#note('socket closed'));
    });
  }

  /** Where the page is, what it shows, what holds the focus, and the last things that happened. */
  async tell(): Promise<string> {
    const shown = await this.#page
      .evaluate(() => {
        const { outerHTML = '' } = document.activeElement ?? {};
        return `${document.body.innerText}\n[focus] ${outerHTML.slice(0, 200)}`;
      })
      .catch(String);
    return [`[page] ${this.#page.url()}`, shown.slice(-mostText), ...this.#lines].join('\n');
  }

  #note(line: string): void {
    this.#lines.push(line.slice(0, 300));
    if (this.#lines.length > mostLines) this.#lines.shift();
  }
}
