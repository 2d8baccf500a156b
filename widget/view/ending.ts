import type { Chat, ChatState } from '../chat.ts';
import type { RatingCard } from '../more/rating.ts';
import { loadMore } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { button, element } from './element.ts';

/** The place for the rating, which comes with the first episode that has ended. */
export function createEnding(words: Words, settings: Settings, chat: Chat) {
  const node = element('div', { class: 'ending', 'data-testid': 'widget-ending' });
  let card: RatingCard | null = null;
  let loading = false;

  function update({ standing }: ChatState) {
    const rating = standing?.rating ?? null;
    node.hidden = !rating;
    if (!rating) return;
    if (card) card.update(rating);
    else if (!loading) void load();
  }

  async function load() {
    loading = true;
    try {
      const { createRating } = await loadMore(settings);
      card = createRating(settings, chat, node.getRootNode() as ShadowRoot);
      node.replaceChildren(card.node);
      update(chat.state());
    } catch {
      const again = button({ class: 'again' }, () => void load(), words.again);
      node.replaceChildren(element('p', {}, words.notLoaded), again);
    }
  }

  return { node, update };
}
