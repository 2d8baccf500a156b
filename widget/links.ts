export interface Piece {
  text: string;
  /** An http(s) address; null: only words. */
  href: string | null;
}

/**
 * Splits a text at its web addresses. Only http and https become links, and none that hides its host behind
 * a name (`https://bank.example@elsewhere`). An address ends at the first character outside ASCII: Chinese text follows
 * without a space.
 */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/https?:\/\/[\x21-\x7e]+/gi)) {
    const address = withoutTail(match[0]);
    if (!isPlainWebAddress(address)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null });
    pieces.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}

/** Punctuation that belongs to the sentence, not to the address. */
function withoutTail(address: string): string {
  return address.replace(/[<>"`].*$/, '').replace(/[.,;:!?'*)\]}]+$/, '');
}

function isPlainWebAddress(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}
