/** Roughly how often a text holds one of these, in thousandths. */
export function commonness(need: readonly string[]): number {
  let sum = 0;
  for (const text of need) sum += commonnessOf(text);
  return sum;
}

/** The same of one string: the longer it is, the rarer, and English letters say less than characters. */
export function commonnessOf(text: string): number {
  let share = 1;
  for (let i = 0; i < text.length; i++)
    share *= text.charCodeAt(i) < 0x80 ? 1 / 6 : everyday.has(text[i]!) ? 0.3 : 0.008;
  return 1000 * share;
}

const everyday = new Set('的一是不了我您你这那有个在就到们给来可以要会好没还人能上下么吗呢吧也都看');
