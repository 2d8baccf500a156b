/** A text taken apart into the clauses that its commas make. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  /** Clauses of one sentence share its number. */
  sentence: number;
  /** The mark that closes the clause; '' at the end of the text. */
  mark: string;
}

const boundary =
  /[,。!?;\n…]+|(?<!\d)[:~]+|[:~]+(?!\d)|\.+(?=\s|$|[\u3400-\u9fff])|\.{2,}|--+|—+|(?<=[吗吧呢啦嘛哈哦呀了的]) (?=[\u3400-\u9fff\d])| (?:-|–) |\s*\b(?:but|so|and then|and i'll|and we'll|then i'll|then we'll|, and)\b/g;

/** Cuts at every mark that is not inside one of the spans to keep. */
export function clausesOf(text: string, keep: readonly { start: number; end: number }[]): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  for (const match of text.matchAll(boundary)) {
    const at = match.index;
    if (keep.some((span) => span.start < at && at < span.end)) continue;
    const word = /[a-z]/.test(match[0]);
    const mark = match[0].includes('?') ? '?' : (match[0].trim()[0] ?? ' ');
    push(start, at, word ? ',' : mark);
    start = word ? at : at + match[0].length;
    if (/[。!?;\n.]/.test(match[0])) sentence++;
  }
  push(start, text.length, '');
  return clauses;

  function push(from: number, to: number, mark: string) {
    const part = text.slice(from, to);
    if (part.trim() !== '') clauses.push({ start: from, end: to, text: part, sentence, mark });
    else if (mark === '?' && clauses.length > 0) clauses[clauses.length - 1]!.mark = '?';
  }
}

const questionWords =
  /(?:吗|么|没有?|不成)$|[是要能可好行会需][不没][是要能可好行会需]|能否|可否|是否|什么时候|何时|几点|哪天|怎么样$|如何$/;
/** Asks whether all before it is agreeable. */
const tag =
  /^[\s,]*(?:您|你)?(?:看|觉得|那边)?(?:这样|您看)?(?:好吗?|可以吗?|行吗?|行不行|好不好|可不可以|成吗?|怎么样|如何|ok吗?|可否|方便吗?|好么|行么|可以么|同意吗?)$|^\s*(?:is that|would that|does that|ok|okay|alright|all right|right|sound|which (?:do|would|one)|would you prefer|do you prefer|how'?s? (?:does )?that|if that's)\b/;
const inverted =
  /^\s*(?:shall|can|could|may|would|do|does|did|is|are|should|what|when|how|why|where|which|who|will (?:you|it|that))\b/;

/** The clauses that ask: nothing in them is promised. */
export function askingClauses(clauses: readonly Clause[]): ReadonlySet<Clause> {
  const asking = new Set<Clause>();
  clauses.forEach((clause, index) => {
    const marked = clause.mark === '?' || questionWords.test(clause.text.trim().replace(/[呀啊哈亲]+$/, ''));
    if (!marked) return;
    asking.add(clause);
    for (let i = index - 1; i >= 0 && clauses[i]!.sentence === clause.sentence; i--) {
      const whole =
        tag.test(clause.text) ||
        inverted.test(clauses.find(({ sentence }) => sentence === clause.sentence)!.text);
      if (whole) asking.add(clauses[i]!);
    }
  });
  return asking;
}
