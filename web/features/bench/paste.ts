/** What somebody pastes becomes a conversation in the form of the labelled ones, or a fault that names its line. Pure. */
import { readCase, type CaseResult } from '../../../core/standard/case-form.ts';
import type { Conversation } from '../../../core/standard/facts.ts';
import { writtenIn } from '../../../core/standard/language.ts';
import { linesOf, type LineFault } from './paste-lines.ts';
import type { WorkingHours } from '../../../core/team/working-hours.ts';

/** The conversation as `yinuo check` reads it; what a JSON form brings beside is kept. */
export interface Form {
  id: string;
  lang: Conversation['lang'];
  channel: Conversation['channel'];
  turns: { from: string; text: string; at?: string; until?: string }[];
  [more: string]: unknown;
}

export interface Pasted {
  form: Form;
  conversation: Conversation;
}

/** What stands in the field, not judged yet. */
export interface Draft {
  text: string;
  channel: Conversation['channel'];
}

export type PasteFault =
  | LineFault
  | { why: 'empty' | 'several'; line?: number }
  | { why: 'tooLong' | 'tooMany'; limit: number }
  | { why: 'noJson'; line: number }
  | { why: 'field'; field: string };

export interface Setting {
  channel: Conversation['channel'];
  hours: WorkingHours | 'always';
  /** For clock times that stand without a date. */
  now: number;
}

/** In characters; what the server takes at once is more. */
export const longestPaste = 65_536;
const mostTurns = 1000;

export function readPaste(text: string, setting: Setting): Pasted | { fault: PasteFault } {
  if (text.trim() === '') return { fault: { why: 'empty' } };
  if (text.length > longestPaste) return { fault: { why: 'tooLong', limit: longestPaste } };
  const read = /^\s*[{[]\s*["{]/.test(text) ? readJson(text) : readLines(text, setting);
  return 'fault' in read ? read : understood(read.form, setting.hours);
}

/** The same conversation with other words in one turn: another conversation, so it gets a name of its own. */
export function rewritten({ form, conversation: { hours } }: Pasted, turn: number, text: string): Pasted {
  const turns = form.turns.map((one, at) => (at === turn ? { ...one, text } : one));
  const read = understood({ ...form, id: nameOf(turns), turns }, hours);
  if ('fault' in read) throw new Error(`other words made it ${JSON.stringify(read.fault)}`);
  return read;
}

/** A conversation that is here already, as if it had been pasted. */
export function copied(
  turns: Conversation['turns'],
  channel: Conversation['channel'],
  hours: Setting['hours'],
) {
  const said = turns.map(({ from, text, at, until }) => ({ from, text, at: iso(at), until: iso(until) }));
  const read = understood({ id: nameOf(said), lang: langOf(said), channel, turns: said }, hours);
  if ('fault' in read) throw new Error(`a copy was ${JSON.stringify(read.fault)}`);
  return read;
}

const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

function readLines(text: string, { channel, hours, now }: Setting): { form: Form } | { fault: PasteFault } {
  const read = linesOf(text, hours === 'always' ? '+08:00' : hours.zone, now);
  if ('fault' in read) return read;
  const { turns } = read;
  return { form: { id: nameOf(turns), lang: langOf(turns), channel, turns } };
}

function readJson(text: string): { form: Form } | { fault: PasteFault } {
  const lines = text.trim().split('\n');
  // JSON lines: one conversation each.
  if (lines.length > 1 && lines.slice(0, 2).every(isObject))
    return { fault: { why: 'several', line: text.slice(0, text.indexOf('{')).split('\n').length + 1 } };
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { fault: { why: 'several' } };
    return { form: named(value as Form) };
  } catch (error) {
    return { fault: { why: 'noJson', line: lineOfError(String(error), text) } };
  }
}

/** An episode's own name stays the episode's: what is brought along from a case of it is a conversation of its own. */
function named(form: Form): Form {
  const isEpisode = typeof form.id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(form.id);
  return isEpisode && Array.isArray(form.turns) ? { ...form, id: nameOf(form.turns) } : form;
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** Browsers say it in words of their own. */
function lineOfError(message: string, text: string): number {
  const line = /line (\d+)/.exec(message);
  if (line) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  return text.slice(0, position ? Number(position[1]) : text.length).split('\n').length;
}

function understood(form: Form, hours: Setting['hours']): Pasted | { fault: PasteFault } {
  const read: CaseResult = readCase(form, hours);
  if ('fault' in read) return { fault: { why: 'field', field: read.fault.field } };
  const { turns } = read.conversation;
  if (turns.length === 0) return { fault: { why: 'field', field: 'turns' } };
  if (turns.length > mostTurns) return { fault: { why: 'tooMany', limit: mostTurns } };
  return { form, conversation: read.conversation };
}

const langOf = (turns: { text: string }[]) => writtenIn(turns.map(({ text }) => text).join(' ')) ?? 'zh';

/** The same words get the same name, so that judging them again replaces what was said of them before. */
function nameOf(turns: readonly object[]): string {
  const text = JSON.stringify(turns);
  return `pasted-${hash(text, 0x811c9dc5)}${hash(text, 0x1000193)}`;
}

/** FNV-1a. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
