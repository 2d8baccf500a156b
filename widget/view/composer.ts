import { maxTextLength } from '../../core/wire.ts';
import type { Chat, ChatState } from '../chat.ts';
import { loadCard } from '../parts.ts';
import type { Settings } from '../settings.ts';
import type { Words } from '../words/words.ts';
import { button, element, icon, say } from './element.ts';

const plane = 'M4.5 12 20 4.5 15.5 20l-3.5-6-7.5-2Zm7.5 2L20 4.5';
const clip = 'm18.5 11.5-7 7a4.3 4.3 0 0 1-6-6l7.6-7.6a2.9 2.9 0 0 1 4 4l-7.5 7.6a1.4 1.4 0 0 1-2-2l6.3-6.4';
const parcel = 'M4 8l8-4 8 4v8l-8 4-8-4Zm0 0 8 4 8-4m-8 4v8';
const typingAgainMs = 3000;

/** Where the customer writes. Enter sends, but not the Enter that ends an input method's composition. */
export function createComposer(words: Words, settings: Settings, chat: Chat) {
  const input = element('textarea', {
    rows: '1',
    placeholder: words.placeholder,
    'aria-label': words.input,
    'aria-describedby': 'limit',
    enterkeyhint: 'send',
    dir: 'auto',
    'data-testid': 'widget-input',
  });
  const limit = element('p', { class: 'limit', id: 'limit', role: 'alert' });
  const files = element('input', {
    type: 'file',
    multiple: '',
    hidden: '',
    tabindex: '-1',
    accept: 'image/*,video/mp4,.pdf,.docx,.xlsx,.pptx',
    'data-testid': 'widget-files',
  });
  files.addEventListener('change', () => {
    attach(files.files);
    files.value = '';
  });
  const attachButton = button(
    { class: 'attach', 'aria-label': words.attach, title: words.attach },
    () => files.click(),
    icon(clip),
  );
  const sendButton = button(
    { class: 'send', 'aria-label': words.send, title: words.hint, 'data-testid': 'widget-send' },
    send,
    icon(plane),
  );
  const ordersButton = button(
    { class: 'attach', 'aria-label': words.order, title: words.order, 'data-testid': 'widget-orders' },
    pick,
    icon(parcel),
  );
  const node = element(
    'div',
    { class: 'composer' },
    limit,
    element('div', { class: 'field' }, attachButton, ordersButton, files, input, sendButton),
  );
  let toldTypingAt = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', changed);
  input.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) event.preventDefault();
    attach(event.clipboardData?.files);
  });
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before this key event, which then has the code 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  });
  changed();

  function attach(chosen: FileList | null | undefined) {
    for (const file of Array.from(chosen ?? [])) chat.attach(file);
  }

  async function pick() {
    try {
      (await loadCard(settings)).togglePicker(settings.lang, chat, node, ordersButton);
    } catch {
      say(limit, words.notLoaded);
    }
  }

  function send() {
    const text = input.value.trim();
    input.focus();
    if (text === '' || text.length > maxTextLength) return;
    input.value = '';
    changed();
    chat.send(text);
  }

  function changed() {
    const { length } = input.value.trim();
    const over = length > maxTextLength;
    say(limit, over ? words.tooLong(length) : '');
    input.setAttribute('aria-invalid', String(over));
    sendButton.setAttribute('aria-disabled', String(over || length === 0));
    fit();
    tellTyping(length > 0);
  }

  /** As high as what is in it, up to what the style sheet allows. */
  function fit() {
    input.style.height = 'auto';
    if (input.scrollHeight > 0) input.style.height = `${input.scrollHeight}px`;
  }

  /** Said again every few seconds while it goes on, and once when it stops. */
  function tellTyping(typing: boolean) {
    clearTimeout(silence);
    const now = Date.now();
    if (typing) {
      silence = setTimeout(tellTyping, typingAgainMs, false);
      if (now - toldTypingAt < typingAgainMs) return;
      chat.tellTyping(true);
      toldTypingAt = now;
    } else if (toldTypingAt > 0) {
      chat.tellTyping(false);
      toldTypingAt = 0;
    }
  }

  function update({ hasOrders }: ChatState) {
    ordersButton.hidden = !hasOrders;
    if (!hasOrders) node.querySelector('.picker')?.remove();
  }

  return { node, update, focus: () => input.focus() };
}
