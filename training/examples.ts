import { readdirSync, readFileSync } from 'node:fs';

/** A labelled message: what was said before it, and who wrote the example. */
export interface Example {
  writer: string;
  labels: readonly string[];
  lang: string;
  before: string | null;
  text: string;
}

/** The examples of one kind ("agent", "customer", "attributes"), in the order of their files. */
export function examplesOf(kind: string): Example[] {
  const folder = new URL(`./examples/${kind}/`, import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort();
  return files.flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => exampleOf(line, name.replace('.tsv', ''))),
  );
}

function exampleOf(line: string, writer: string): Example {
  const [labels, lang, before, text] = line.split('\t');
  if (labels === undefined || lang === undefined || before === undefined || text === undefined)
    throw new Error(`${writer}: a line has four columns: ${line}`);
  return { writer, labels: labels.split(','), lang, before: before === '-' ? null : before, text };
}
