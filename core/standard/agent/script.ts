/** Whether two sentences are one script: the same, or nearly so, once names, stress and particles are left out. */

const stress =
  /亲+爱?的?|您好|你好|非常|真的|真是|实在|十分|特别|万分|深表|深感|很|太|最|更|再次|确实|完全|也|都|的|了|呢|哦|啊|呀|哈|吧|嘛|啦|这边|这里|我们|咱们|咱|我|您|你|们|先生|女士|小姐|\b(?:really|so|very|truly|terribly|deeply|extremely|sincerely|most|dear|sir|madam|ma'am|the|a|an|i'm|i am|we're|we are|we|i|please|just|again|once|more|do|that|this|is|are|am|to|for)\b|[^\p{L}\p{N}]/gu;

/** What is left of a script for comparison. */
export function coreOf(words: string): string {
  const core = words.slice(0, longest).replace(stress, '');
  return core === '' ? words.slice(0, longest).trim() : core;
}

const longest = 120;

/** How much of their pairs of characters two texts share, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const ours = pairs(one);
  const theirs = pairs(other);
  let shared = 0;
  for (const pair of ours) if (theirs.has(pair)) shared++;
  return dice(shared, ours.size, theirs.size);
}

export const dice = (shared: number, ours: number, theirs: number): number =>
  (2 * shared) / Math.max(1, ours + theirs);

export function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}
