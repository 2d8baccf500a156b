/** An address as the same door is written by everybody: without gaps and punctuation. */

/** null: it names no door, or parts of it are starred out. */
export function doorOf(address: string): string | null {
  const bare = address
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}*]/gu, '');
  return bare.length >= 8 && /\d/.test(bare) && !bare.includes('*') ? bare : null;
}
