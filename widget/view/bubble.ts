import type { Refusal } from '../../core/refusal.ts';
import { findLinks } from '../links.ts';
import type { Words } from '../words/words.ts';
import { button, element, say } from './element.ts';
import type { Line } from './lines.ts';

/** One message. Its words never change once shown, what stands under it does. */
export function createBubble(line: Line, words: Words, onRetry: () => void) {
  const by = element('div', {}, authorWords(line, words));
  const bubble = element('div', { class: 'bubble', dir: 'auto' }, ...content(line.text, words));
  const stage = element('span', { class: 'stage' });
  const again = button({ class: 'again' }, onRetry, words.retry);
  const node = element(
    'div',
    { class: `message ${line.author}`, 'data-testid': 'widget-message', 'data-author': line.author },
    by,
    bubble,
    element('div', { class: 'under' }, stage, again),
  );

  function update({ seq, stage: now, showsAuthor, showsStage, refusal }: Line) {
    if (seq !== null) node.dataset.seq = String(seq);
    node.dataset.state = now ?? '';
    by.className = showsAuthor ? 'by' : 'by quiet';
    again.hidden = now !== 'failed';
    stage.className = showsStage ? 'stage' : 'stage quiet';
    say(stage, now === 'failed' ? reason(refusal) : now ? words[now] : '');
  }

  function reason(refusal: Refusal | null): string {
    return refusal?.code === 'invalid' || refusal?.code === 'too-large'
      ? words.failed.text
      : words.failed.desk;
  }

  return { node, update };
}

function authorWords({ author, authorName, authorWorkNumber }: Line, words: Words): string {
  if (author === 'customer') return words.me;
  const number = authorWorkNumber ? words.workNumber(authorWorkNumber) : null;
  return [authorName, number].filter(Boolean).join(' · ');
}

function content(text: string | null, words: Words): (Node | string)[] {
  if (text === null) return [element('em', {}, words.erased)];
  return findLinks(text).map((piece) => {
    if (piece.href === null) return piece.text;
    return element(
      'a',
      { href: piece.href, target: '_blank', rel: 'noopener noreferrer nofollow' },
      piece.text,
    );
  });
}
