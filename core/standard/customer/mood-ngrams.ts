/** Short pieces of a text: one to three Chinese characters or marks in a row, one or two words of other scripts. */
export function ngramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  const tokens = tokensOf(text);
  for (let i = 0; i < tokens.length; i++) {
    let gram = '';
    for (let size = 1; size <= longest && i + size <= tokens.length; size++) {
      const token = tokens[i + size - 1]!;
      if (size === longest && token.length > 1) break;
      gram += size > 1 && token.length > 1 ? ` ${token}` : token;
      grams.add(gram);
    }
  }
  return grams;
}

const longest = 3;
const read = 300;

/** How much each of so many pieces counts: who writes more has not said it more strongly; a word or two say little. */
export function shareOf(pieces: number): number {
  return 3 / Math.sqrt(Math.max(pieces, fewest));
}

const fewest = 24;

/** Characters, whole words of other scripts, `0` for anything with figures; `^` and `$` stand for the ends. */
function tokensOf(text: string): string[] {
  const parts = text.slice(0, read).match(/[a-z\d][a-z\d']*|[\u3400-\u9fff]|[?!.。…,~]/g) ?? [];
  return ['^', ...parts.map((part) => (/\d/.test(part) ? '0' : part)), '$'];
}
