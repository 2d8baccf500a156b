import type { Sentence } from '../sentences.ts';
import type { TextView } from '../text.ts';

/** A part of a sentence between commas: offsets into the view's text. */
export class Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The message that it is a part of. */
  readonly message: string;
  private readonly sentence: Sentence;
  private asked: boolean | undefined;

  constructor(sentence: Sentence, from: number, to: number, message: string) {
    this.message = message;
    this.sentence = sentence;
    this.text = sentence.text.slice(from, Math.min(to, from + longest));
    this.start = sentence.start + from;
    this.end = this.start + this.text.length;
  }

  /** Its sentence, or as much of a long one as is near. */
  get context(): string {
    const from = this.start - this.sentence.start;
    return this.sentence.text.slice(Math.max(0, from - near), from + this.text.length + near);
  }

  /** Asked, by the mark of its sentence or its own last word. */
  get asks(): boolean {
    return (this.asked ??= this.closesQuestion() || asking.test(this.text));
  }

  private closesQuestion(): boolean {
    return this.sentence.mark === '?' && this.end >= this.sentence.end;
  }
}

/** A comma that is no part of a figure, or an English "but". */
const comma = /,(?!\d{3}(?!\d))|[、:：—]+| but /g;

const asking =
  /(?:吗|(?<!什)么|[对是]吧|(?:什么|哪|几|多|谁|怎|还是|是不是|有没有|能不能|要不要)[^,]{0,12}呢|没有|不成|行不行|好不好|可不可以|能不能|是不是|要不要)\s*$/;

/** More clauses, and longer ones, are not read: nobody writes them. */
const most = 200;
const longest = 400;
const near = 120;

/** What the agent says themselves, clause by clause. */
export function clausesOf(view: TextView): Clause[] {
  const clauses: Clause[] = [];
  const spaced = spacing.test(view.original);
  for (const sentence of view.sentences) {
    let from = 0;
    for (const match of sentence.text.matchAll(comma)) {
      push(sentence, from, match.index);
      from = match.index + match[0].length;
      if (clauses.length >= most) return clauses;
    }
    push(sentence, from, sentence.text.length);
  }
  return clauses;

  /** A part between commas; where spaces stand for commas, the parts between them. */
  function push(sentence: Sentence, from: number, to: number) {
    let begin = from;
    for (const gap of spaced ? gapsIn(view, sentence.start + from, sentence.start + to) : []) {
      clauses.push(new Clause(sentence, begin, gap - sentence.start, view.text));
      begin = gap - sentence.start;
    }
    const clause = new Clause(sentence, begin, to, view.text);
    if (clause.text.trim() !== '') clauses.push(clause);
  }
}

/** Spaces between Chinese words, which the view leaves out. */
const spacing = /[\u3400-\u9fff] +[\u3400-\u9fff]/;
/** Fewer characters than this between spaces are a word taken apart. */
const shortest = 3;

/** Where a space was left out of the view, between parts that are long enough to say something. */
function gapsIn(view: TextView, from: number, to: number): number[] {
  const gaps: number[] = [];
  let last = from;
  for (let i = from + 1; i < Math.min(to, from + longest); i++) {
    if (view.mark(i - 1, i).end === view.mark(i, i + 1).start) continue;
    if (i - last < shortest || to - i < shortest) continue;
    gaps.push(i);
    last = i;
  }
  return gaps;
}
