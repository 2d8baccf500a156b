/** Five stars and a word, when an episode has ended. Radio buttons: the arrow keys and a screen reader know them. */
import type { OwnRating } from '../../core/conversations/rating.ts';
import { longestWord } from '../../core/conversations/rating.ts';
import type { Chat } from '../chat.ts';
import { refusalOf } from '../refusal-of.ts';
import type { Settings } from '../settings.ts';
import { dress } from '../view/dress.ts';
import { button, element, icon, say } from '../view/element.ts';
import css from './rating.css?inline';
import { moreWords } from './words.ts';

export interface RatingCard {
  node: HTMLElement;
  update(rating: OwnRating): void;
}

const star =
  'm12 4 2.470 5.010 5.530.800-4 3.900.940 5.510L12 16.620l-4.940 2.600.940-5.510-4-3.900 5.530-.800Z';

export function createRating({ lang }: Settings, chat: Chat, root: ShadowRoot): RatingCard {
  dress(root, css);
  const words = moreWords[lang];
  const meaning = element('p', { class: 'meaning', 'aria-hidden': 'true' });
  const choices = words.stars.map((means, at) => choice(at + 1, means));
  const stars = element(
    'div',
    { class: 'stars', role: 'radiogroup', 'aria-label': words.title },
    ...choices.map(({ label }) => label),
  );
  const word = element('textarea', {
    rows: '2',
    maxlength: String(longestWord),
    placeholder: words.word,
    'aria-label': words.word,
    dir: 'auto',
    'data-testid': 'widget-rating-word',
  });
  const failure = element('p', { class: 'limit', role: 'alert' });
  const submit = button(
    { class: 'primary', 'data-testid': 'widget-rating-send' },
    () => void send(),
    words.submit,
  );
  const cancel = button({ class: 'again' }, () => edit(false), words.cancel);
  const rest = element(
    'div',
    { class: 'rest' },
    element('div', { class: 'field' }, word),
    element('p', { class: 'hint' }, words.hint),
    failure,
    element('div', { class: 'acts' }, submit, cancel),
  );
  const form = element(
    'div',
    { class: 'form' },
    element('p', { class: 'ask' }, words.title),
    stars,
    meaning,
    rest,
  );
  const thanks = element('p', {
    class: 'ask',
    role: 'status',
    tabindex: '-1',
    'data-testid': 'widget-rated',
  });
  const change = button(
    { class: 'again', 'data-testid': 'widget-rating-change' },
    () => edit(true),
    words.change,
  );
  const given = element('p', { class: 'meaning' });
  const done = element('div', { class: 'done' }, thanks, given, change);
  const node = element('div', { class: 'card' }, form, done);
  let rating: OwnRating | null = null;
  let editing = false;
  let chosen = 0;
  let sending = false;

  function choice(count: number, means: string) {
    const input = element('input', {
      type: 'radio',
      name: 'stars',
      'aria-label': words.star(count, means),
      'data-testid': `widget-star-${count}`,
    });
    input.addEventListener('change', () => pick(count));
    return { input, label: element('label', { title: means }, input, icon(star)) };
  }

  function pick(count: number) {
    chosen = count;
    say(meaning, words.stars[count - 1] ?? '');
    rest.hidden = count === 0;
    choices.forEach(({ input, label }, at) => {
      input.checked = at + 1 === count;
      label.classList.toggle('lit', at < count);
    });
  }

  /** What the desk says now. It comes again and again, and takes no choice away that is being made. */
  function update(next: OwnRating) {
    const isOther = rating?.episode !== next.episode;
    const isNew = isOther || rating?.stars !== next.stars || rating?.word !== next.word;
    rating = next;
    if (isOther) editing = false;
    if (isNew && !editing) adopt();
    show();
  }

  function adopt() {
    pick(rating?.stars ?? 0);
    word.value = rating?.word ?? '';
    say(failure, '');
  }

  function edit(on: boolean) {
    editing = on;
    adopt();
    show();
    if (on) choices.find(({ input }) => input.checked)?.input.focus();
    else thanks.focus();
  }

  function show() {
    const count = rating?.stars ?? null;
    form.hidden = count !== null && !editing;
    done.hidden = !form.hidden;
    cancel.hidden = count === null;
    change.hidden = Date.now() > (rating?.until ?? 0);
    say(thanks, count === null ? '' : words.thanks);
    say(given, count === null ? '' : words.given(count));
  }

  async function send() {
    if (!rating || chosen === 0 || sending) return;
    busy(true);
    try {
      const body = { episode: rating.episode, stars: chosen, word: word.value.trim() || undefined };
      const headers = { 'content-type': 'application/json' };
      const answer = await chat.ask('ratings', { method: 'POST', headers, body: JSON.stringify(body) });
      editing = false;
      update((await answer.json()) as OwnRating);
      thanks.focus();
    } catch (error) {
      say(failure, reason(error));
    }
    busy(false);
  }

  function busy(on: boolean) {
    sending = on;
    // Not `disabled`, which would take the focus away.
    submit.setAttribute('aria-disabled', String(on));
    say(submit, on ? words.submitting : words.submit);
  }

  function reason(error: unknown): string {
    const refusal = refusalOf(error);
    if (refusal?.code === 'too-many') return words.tooMany(refusal.retryAfterSeconds);
    return refusal?.code === 'conflict' || refusal?.code === 'not-found' ? words.final : words.failed;
  }

  return { node, update };
}
