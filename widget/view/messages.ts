import type { Chat, ChatState } from '../chat.ts';
import type { Settings } from '../settings.ts';
import { timeWords } from '../times.ts';
import type { Words } from '../words/words.ts';
import { carried } from './carried.ts';
import { createBubble } from './bubble.ts';
import { button, element, say } from './element.ts';
import type { Line, Shown } from './lines.ts';
import { linesOf } from './lines.ts';

type Bubble = ReturnType<typeof createBubble>;

const nearPx = 80;

/** The conversation. Stays at its end while the reader is there, and keeps its place where they are not. */
export function createMessages(
  words: Words,
  settings: Settings,
  chat: Chat,
  topics: HTMLElement,
  ending: HTMLElement,
) {
  const { lang } = settings;
  const carry = (attachment: Shown) => carried(attachment, words, settings, chat.file);
  const older = button(
    { class: 'older', 'data-testid': 'widget-older' },
    () => void chat.older(),
    words.older,
  );
  const greeting = element('div', { class: 'bubble', dir: 'auto' });
  const welcome = element('div', { class: 'message agent' }, greeting);
  const list = element('div', { class: 'list' });
  const typing = element('div', { class: 'typing', role: 'status', 'data-testid': 'widget-typing' });
  const log = element('div', { class: 'log', role: 'log', 'aria-label': words.log, tabindex: '0' });
  const newer = button({ class: 'newer' }, toEnd, words.newMessages);
  const node = element('div', { class: 'messages' }, log, typing, newer);
  log.append(older, welcome, topics, list, ending);
  const bubbles = new Map<string, Bubble>();
  const times = new Map<string, HTMLElement>();
  let first: string | undefined;
  let last: string | undefined;
  let atEnd = true;
  log.addEventListener('scroll', () => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
    if (atEnd) newer.hidden = true;
  });
  // The keyboard, a growing field, the bar above, a card that is drawn late: what stood at the end stays there.
  const resized = new ResizeObserver(() => atEnd && toEnd());
  for (const one of [log, list, ending]) resized.observe(one);
  newer.hidden = true;

  function update(state: ChatState) {
    const lines = linesOf(state);
    const fromEnd = log.scrollHeight - log.scrollTop;
    older.hidden = !state.hasOlder;
    say(older, state.loadingOlder ? words.olderLoading : words.older);
    welcome.hidden = !state.shop || state.hasOlder;
    say(greeting, greetingOf(state.shop?.greeting));
    typing.hidden = state.typing === null;
    say(typing, state.typing === null ? '' : words.typing(state.typing || words.agent));
    place(lines.flatMap((line) => nodesOf(line)));
    forgetAllBut(new Set(lines.map((line) => line.key)));

    const prepended = first !== undefined && lines[0]?.key !== first;
    const appended = lines.at(-1)?.key !== last;
    first = lines[0]?.key;
    last = lines.at(-1)?.key;
    if (atEnd || (appended && lines.at(-1)?.author === 'customer')) toEnd();
    else if (prepended) log.scrollTop = log.scrollHeight - fromEnd;
    else if (appended) newer.hidden = false;
  }

  function greetingOf(of: NonNullable<ChatState['shop']>['greeting'] | undefined): string {
    if (lang === 'en') return of?.en ?? '';
    return (lang === 'zh-TW' && of?.['zh-TW']) || (of?.zh ?? '');
  }

  function nodesOf(line: Line): HTMLElement[] {
    const bubble = bubbles.get(line.key) ?? createBubble(line, words, () => chat.retry(line.key), carry);
    bubbles.set(line.key, bubble);
    bubble.update(line);
    if (!line.showsTime || line.at === null) return [bubble.node];
    const time = times.get(line.key) ?? element('time', { datetime: new Date(line.at).toISOString() });
    times.set(line.key, time);
    say(time, timeWords(line.at, Date.now(), lang, words));
    return [time, bubble.node];
  }

  /** Moves only what is out of place, so that nothing flickers and a screen reader hears only what is new. */
  function place(nodes: HTMLElement[]) {
    nodes.forEach((one, at) => {
      if (list.children[at] !== one) list.insertBefore(one, list.children[at] ?? null);
    });
    while (list.children.length > nodes.length) list.lastChild?.remove();
  }

  /** Somebody else may be here now: what they are not shown is not kept either. */
  function forgetAllBut(shown: Set<string>) {
    for (const kept of [bubbles, times]) {
      for (const key of kept.keys()) if (!shown.has(key)) kept.delete(key);
    }
  }

  function toEnd() {
    atEnd = true;
    log.scrollTop = log.scrollHeight;
    newer.hidden = true;
  }

  return { node, update, toEnd };
}
