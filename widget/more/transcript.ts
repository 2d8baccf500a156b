import type { Chat } from '../chat.ts';
import type { Settings } from '../settings.ts';
import { element } from '../view/element.ts';
import { moreWords } from './words.ts';

/** Hands the visitor their own conversation as a file. The token goes in a header, so that no address opens it. */
export async function saveTranscript({ lang }: Settings, chat: Chat): Promise<void> {
  const answer = await chat.ask(`transcript?lang=${lang}`);
  const href = URL.createObjectURL(await answer.blob());
  const name = `${chat.state().shop?.name ?? ''} ${moreWords[lang].file}.txt`.trim();
  element('a', { href, download: name }).click();
  // The browser has taken it when the next task runs.
  setTimeout(() => URL.revokeObjectURL(href));
}
