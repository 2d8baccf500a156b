import type { Chat, ChatState } from '../chat.ts';
import { loadMore } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { createComposer } from './composer.ts';
import { button, element, icon, say } from './element.ts';
import { createEnding } from './ending.ts';
import { createMessages } from './messages.ts';
import { createStatus } from './status.ts';
import { createTopics } from './topics.ts';

const chevron = 'm6 9.500 6 6 6-6';
const tray = 'M12 4v10m-4-4 4 4 4-4M5 19h14';

/** The chat's window: whom one talks to, the conversation, where one writes. */
export function createPanel(words: Words, settings: Settings, chat: Chat, onClose: () => void) {
  const seal = element('span', { class: 'seal', 'aria-hidden': 'true' });
  const title = element('h2');
  const subtitle = element('p');
  const close = button(
    { class: 'close', 'aria-label': words.close, title: words.close },
    onClose,
    icon(chevron),
  );
  const save = button(
    { class: 'close', 'aria-label': words.save, title: words.save, 'data-testid': 'widget-save' },
    () => void saveAll(),
    icon(tray),
  );
  const head = element('header', {}, seal, element('div', {}, title, subtitle), save, close);
  const notice = element('p', { class: 'status', role: 'alert' });
  notice.hidden = true;
  const status = createStatus(words, settings);
  const topics = createTopics(words, (topic) => {
    chat.choose(topic);
    composer.focus();
  });
  const ending = createEnding(words, settings, chat);
  const messages = createMessages(words, settings, chat, topics.node, ending.node);
  const composer = createComposer(words, settings, chat);
  const node = element(
    'section',
    { class: 'panel', role: 'dialog', 'data-testid': 'widget-panel' },
    head,
    status.node,
    notice,
    messages.node,
    composer.node,
  );

  function update(state: ChatState, open: boolean) {
    node.hidden = !open;
    const name = state.shop?.name ?? '';
    say(seal, name.slice(0, 1));
    say(title, name);
    say(subtitle, partner(state) ?? words.tagline);
    node.setAttribute('aria-label', words.panel(name));
    status.update(state);
    save.hidden = !state.view?.seq;
    topics.update(state);
    ending.update(state);
    messages.update(state);
    composer.update(state);
  }

  async function saveAll() {
    const saving = loadMore(settings).then((more) => more.saveTranscript(settings, chat));
    const saved = await saving.then(() => true).catch(() => false);
    notice.hidden = saved;
    say(notice, saved ? '' : words.notLoaded);
  }

  /** The agent who spoke last. */
  function partner({ view }: ChatState): string | null {
    const said = view?.messages.findLast((message) => message.author === 'agent');
    if (!said?.authorName) return null;
    const { authorName, authorWorkNumber } = said;
    return authorWorkNumber ? `${authorName} · ${words.workNumber(authorWorkNumber)}` : authorName;
  }

  return { node, update, focus: composer.focus, focusHead: () => close.focus(), toEnd: messages.toEnd };
}
