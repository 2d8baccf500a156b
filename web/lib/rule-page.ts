/** A rule's page is Markdown in both languages; what the desk shows of it is one language, as blocks. Pure. */
import type { Lang } from '../../core/standard/facts.ts';

export type Block =
  | { kind: 'heading'; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  /** One item a line. */
  | { kind: 'list'; items: Span[][] };

export interface Span {
  text: string;
  code: boolean;
}

const sections: Record<Lang, string> = { zh: '中文', en: 'English' };

export function rulePageBlocks(page: string, lang: Lang): Block[] {
  const blocks: Block[] = [];
  for (const line of sectionOf(page, sections[lang]).split('\n')) {
    const last = blocks.at(-1);
    if (line.startsWith('#')) blocks.push({ kind: 'heading', spans: spansOf(line.replace(/^#+\s*/, '')) });
    else if (line.startsWith('- ')) {
      const item = spansOf(line.slice(2));
      if (last?.kind === 'list') last.items.push(item);
      else blocks.push({ kind: 'list', items: [item] });
    } else if (line.trim() !== '') blocks.push({ kind: 'paragraph', spans: spansOf(line) });
  }
  return blocks;
}

/** What stands below `## name`, up to the next of its kind; the whole page where it has no such part. */
function sectionOf(page: string, name: string): string {
  const parts = page.split(/^## /m).slice(1);
  const part = parts.find((one) => one.startsWith(name));
  return part === undefined ? page : part.slice(name.length);
}

function spansOf(line: string): Span[] {
  return line
    .split('`')
    .map((text, at) => ({ text, code: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
