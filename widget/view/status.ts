import type { Refusal } from '../../core/refusal.ts';
import type { ChatState } from '../chat.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { element, say } from './element.ts';

/** The bar that says when the line is not there, and why. */
export function createStatus(words: Words, { shop }: Settings) {
  const node = element('div', { class: 'status', role: 'status', 'data-testid': 'widget-status' });

  function update(state: ChatState) {
    const said = sentence(state);
    node.hidden = said === null;
    node.dataset.line = state.line;
    say(node, said ?? '');
  }

  function sentence({ refusal, line, view }: ChatState): string | null {
    if (refusal) return reason(refusal);
    if (line === 'offline') return words.offline;
    return view ? null : words.connecting;
  }

  function reason(refusal: Refusal): string {
    if (refusal.code === 'not-found') return words.noShop(shop);
    return refusal.code === 'forbidden' ? words.notHere : words.unavailable;
  }

  return { node, update };
}
