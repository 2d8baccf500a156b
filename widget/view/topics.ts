import type { Topic } from '../../core/team/routing.ts';
import type { ChatState } from '../chat.ts';
import type { Words } from '../words/words.ts';
import { button, element } from './element.ts';

/** What it is about: asked before the first message only. */
export function createTopics(words: Words, onChoose: (topic: Topic) => void) {
  const chips = element('div', { class: 'chips' });
  const node = element('div', { class: 'topics', role: 'group', 'aria-label': words.topicsTitle });
  node.append(element('p', {}, words.topicsTitle), chips);
  let shown = '';

  function update({ shop, view, outgoing, topic }: ChatState) {
    node.hidden = !shop?.topics.length || !view || view.seq > 0 || outgoing.length > 0;
    const offered = shop?.topics ?? [];
    if (shown !== offered.join()) {
      shown = offered.join();
      chips.replaceChildren(...offered.map(chip));
    }
    for (const one of chips.children) {
      one.setAttribute('aria-pressed', String(one.getAttribute('data-testid') === `widget-topic-${topic}`));
    }
  }

  function chip(topic: Topic) {
    return button({ 'data-testid': `widget-topic-${topic}` }, () => onChoose(topic), words.topic[topic]);
  }

  return { node, update };
}
