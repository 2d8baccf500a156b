import { maxTextLength } from '../../core/wire.ts';
import type { Chat } from '../chat.ts';
import type { Words } from '../words/words.ts';
import { button, element, icon, say } from './element.ts';

const plane = 'M4.500 12 20 4.500 15.500 20l-3.500-6-7.500-2Zm7.500 2L20 4.500';
const typingAgainMs = 3000;

/** Where the customer writes. Enter sends, but not the Enter that ends an input method's composition. */
export function createComposer(words: Words, chat: Chat) {
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
  const sendButton = button(
    { class: 'send', 'aria-label': words.send, title: words.hint, 'data-testid': 'widget-send' },
    send,
    icon(plane),
  );
  const node = element(
    'div',
    { class: 'composer' },
    limit,
    element('div', { class: 'field' }, input, sendButton),
  );
  let toldTypingAt = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', changed);
  input.addEventListener('keydown', (event) => {
    // Safari ends the composition before this key event, which then has the code 229 alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  });
  changed();

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

  return { node, focus: () => input.focus() };
}
