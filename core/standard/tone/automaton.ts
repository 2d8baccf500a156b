/**
 * Many words sought in one walk over a text, however many they are (Aho and Corasick, CACM 18(6), 1975).
 * Each word belongs to a class; the walk reports which classes stand where.
 */
export interface Automaton {
  /** Calls `found` for each word that ends at each place, the longest first. */
  scan(text: string, found: (wordClass: number, end: number, length: number) => void): void;
}

/** `words[i]` are the words of class i. */
export function automatonOf(words: readonly (readonly string[])[]): Automaton {
  const alphabet = alphabetOf(words);
  const width = alphabet.size + 1; // 0: a character in no word
  const nodes = 1 + words.flat().reduce((total, word) => total + word.length, 0);
  const next = new (nodes < 2 ** 16 ? Uint16Array : Int32Array)(nodes * width);
  const hits: [wordClass: number, length: number][][] = [];
  const own: [number, number][][] = [];
  let count = 1;
  words.forEach((list, wordClass) => {
    for (const word of list) {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const place = node * width + alphabet.get(word.charCodeAt(i))!;
        node = next[place] ||= count++;
      }
      (own[node] ??= []).push([wordClass, word.length]);
    }
  });
  link();
  // Whose hits begin where: most nodes have none.
  const first = new Int32Array(count + 1);
  for (let node = 0; node < count; node++) first[node + 1] = first[node]! + 2 * (hits[node]?.length ?? 0);
  const flat = Int32Array.from(Array.from(hits, (here = []) => here.flat()).flat());
  const letters = new Uint16Array(65_536);
  for (const [code, letter] of alphabet) letters[code] = letter;

  return {
    scan(text, found) {
      let node = 0;
      for (let i = 0; i < text.length; i++) {
        node = next[node * width + letters[text.charCodeAt(i)]!]!;
        for (let hit = first[node]!; hit < first[node + 1]!; hit += 2)
          found(flat[hit]!, i + 1, flat[hit + 1]!);
      }
    },
  };

  /** Turns the tree of words into an automaton: where a word can't go on, its longest ending does. */
  function link(): void {
    const fallback = new Int32Array(count);
    const queue = [0];
    for (const node of queue) {
      const rest = fallback[node]!;
      const endings = [...(own[node] ?? []), ...(node === 0 ? [] : (hits[rest] ?? []))];
      if (endings.length > 0) hits[node] = endings;
      for (let letter = 1; letter < width; letter++) {
        const place = node * width + letter;
        const child = next[place]!;
        const instead = node === 0 ? 0 : next[rest * width + letter]!;
        if (child === 0) next[place] = instead;
        else {
          fallback[child] = instead;
          queue.push(child);
        }
      }
    }
  }
}

function alphabetOf(words: readonly (readonly string[])[]): Map<number, number> {
  const alphabet = new Map<number, number>();
  for (const word of words.flat())
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (!alphabet.has(code)) alphabet.set(code, alphabet.size + 1);
    }
  return alphabet;
}
