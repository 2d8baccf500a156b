import type { Refusal } from '../../core/refusal.ts';
import { findLinks } from '../links.ts';
import type { Words } from '../words/words.ts';
import { button, element, say } from './element.ts';
import type { Line, Shown } from './lines.ts';

/** Draws what a message carries. */
type Carry = (attachment: Shown) => Node;

/** One message. Its words never change once shown, what stands under it does; a file takes the place of its name. */
export function createBubble(line: Line, words: Words, onRetry: () => void, carry: Carry) {
  const by = element('div', {}, authorWords(line, words));
  const bubble = element('div', { class: 'bubble', dir: 'auto' }, ...content(line, words, carry));
  let shown = line.attachment;
  const stage = element('span', { class: 'stage' });
  const again = button({ class: 'again' }, onRetry, words.retry);
  const node = element(
    'div',
    { class: `message ${line.author}`, 'data-testid': 'widget-message', 'data-author': line.author },
    by,
    bubble,
    element('div', { class: 'under' }, stage, again),
  );

  function update(next: Line) {
    const { seq, stage: now, showsAuthor, showsStage, refusal } = next;
    if (next.attachment && !shown) bubble.replaceChildren(...content(next, words, carry));
    shown = next.attachment;
    if (seq !== null) node.dataset.seq = String(seq);
    node.dataset.state = now ?? '';
    by.className = showsAuthor ? 'by' : 'by quiet';
    again.hidden = now !== 'failed';
    stage.className = showsStage ? 'stage' : 'stage quiet';
    say(stage, now === 'failed' ? reason(refusal) : now ? words[now] : '');
  }

  function reason(refusal: Refusal | null): string {
    const problem = refusal?.code === 'invalid' ? refusal.problems[0]?.field : '';
    if (problem === 'file' || (refusal?.code === 'too-large' && refusal.what === 'file'))
      return words.failed.file;
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

function content({ text, quote, attachment }: Line, words: Words, carry: Carry): (Node | string)[] {
  return [
    ...(quote ? [element('blockquote', {}, (quote.text || quote.attachment?.name) ?? words.erased)] : []),
    ...(attachment ? [carry(attachment)] : []),
    ...said(text, words),
  ];
}

function said(text: string | null, words: Words): (Node | string)[] {
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
