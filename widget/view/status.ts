import type { CustomerStanding } from '../../core/conversations/customer-standing.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { ChatState } from '../chat.ts';
import type { Settings } from '../settings.ts';
import { timeWords } from '../times.ts';
import type { Words } from '../words/words.ts';
import { element, say } from './element.ts';

/** The bar that says why nobody answers yet: the line is not there, the shop is closed, others come first. */
export function createStatus(words: Words, { shop, lang }: Settings) {
  const node = element('div', { class: 'status', role: 'status', 'data-testid': 'widget-status' });

  function update(state: ChatState) {
    const said = sentence(state);
    node.hidden = said === null;
    node.dataset.line = state.line;
    node.dataset.stage = state.standing?.stage;
    say(node, said ?? '');
  }

  function sentence({ refusal, line, view, standing }: ChatState): string | null {
    if (refusal) return reason(refusal);
    if (line === 'offline') return words.offline;
    if (!view) return words.connecting;
    return standing && standingWords(standing);
  }

  function standingWords({ stage, closed, queue }: CustomerStanding): string | null {
    if (stage === 'served') return null;
    if (closed?.opensAt) return words.closedUntil(timeWords(closed.opensAt, Date.now(), lang, words));
    if (closed) return words.closed;
    if (stage !== 'waiting') return null;
    if (!queue) return words.queued;
    const place = queue.ahead > 0 ? words.ahead(queue.ahead) : words.next;
    return queue.minutes === null ? place : `${place} ${words.wait(queue.minutes)}`;
  }

  function reason(refusal: Refusal): string {
    if (refusal.code === 'not-found') return words.noShop(shop);
    return refusal.code === 'forbidden' ? words.notHere : words.unavailable;
  }

  return { node, update };
}
