import type { WorkingHours } from '../team/working-hours.ts';
import type { Conversation, CustomerFacts, ProductFacts, Turn } from './facts.ts';

/** Why a line is no conversation: which field, what is wrong with it. */
export interface CaseFault {
  field: string;
  why: string;
}

export type CaseResult = { conversation: Conversation } | { fault: CaseFault };

/**
 * Reads one line of JSON in the form of the labelled conversations. What it does not know it ignores.
 * `hours` count where the line names none.
 */
export function readCaseLine(line: string, hours: WorkingHours | 'always' = 'always'): CaseResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { fault: { field: 'line', why: `is no JSON: ${(error as Error).message}` } };
  }
  return readCase(value, hours);
}

/** Reads one conversation. Times become epoch milliseconds; what is absent stays absent. */
export function readCase(value: unknown, hours: WorkingHours | 'always' = 'always'): CaseResult {
  try {
    return { conversation: conversationOf(value, hours) };
  } catch (error) {
    if (error instanceof Faulty) return { fault: { field: error.field, why: error.why } };
    throw error;
  }
}

/** Now, for a conversation that is over: its end, or else its last known time; 0 where no time is known. */
export function nowOf({ ended, turns }: Conversation): number {
  return ended?.at ?? turns.findLast(({ at }) => at !== undefined)?.at ?? 0;
}

export class Faulty extends Error {
  readonly field: string;
  readonly why: string;

  constructor(field: string, why: string) {
    super(`${field} ${why}`);
    this.field = field;
    this.why = why;
  }
}

function conversationOf(value: unknown, hours: WorkingHours | 'always'): Conversation {
  const form = objectOf(value, 'line');
  const id = idOf(form.id);
  const context = form.context === undefined ? {} : objectOf(form.context, 'context');
  const turns = listOf(form.turns, 'turns').map((turn, index) => turnOf(turn, `turns[${index}]`));
  const conversation: Conversation = {
    id,
    lang: oneOf(form.lang, 'lang', ['zh', 'en']),
    channel: oneOf(form.channel, 'channel', ['chat', 'phone']),
    hours: present(context.workingHours) ? hoursOf(context.workingHours, zoneOf(form.turns)) : hours,
    turns,
  };
  const zone = zoneOf(form.turns);
  if (conversation.hours === 'always' && zone !== '+08:00') conversation.zone = zone;
  if (context.customer !== undefined) conversation.customer = customerOf(context.customer);
  if (context.products !== undefined) {
    conversation.products = listOf(context.products, 'context.products').map((product, index) =>
      productOf(product, `context.products[${index}]`),
    );
  }
  if (form.ended !== undefined && form.ended !== null) conversation.ended = endOf(form.ended);
  return conversation;
}

function turnOf(value: unknown, field: string): Turn {
  const form = objectOf(value, field);
  const turn: Turn = {
    from: oneOf(form.from, `${field}.from`, ['customer', 'agent', 'system']),
    text: textOf(form.text, `${field}.text`),
  };
  if (present(form.at)) turn.at = momentOf(form.at, `${field}.at`);
  if (present(form.until)) turn.until = momentOf(form.until, `${field}.until`);
  return turn;
}

function endOf(value: unknown): Conversation['ended'] {
  const form = objectOf(value, 'ended');
  const by = oneOf(form.by, 'ended.by', ['agent', 'customer', 'system']);
  return present(form.at) ? { by, at: momentOf(form.at, 'ended.at') } : { by };
}

function customerOf(value: unknown): CustomerFacts {
  const form = objectOf(value, 'context.customer');
  const customer: CustomerFacts = {};
  if (present(form.name)) customer.name = textOf(form.name, 'context.customer.name');
  for (const key of ['phones', 'addresses', 'orders'] as const) {
    if (!present(form[key])) continue;
    const field = `context.customer.${key}`;
    customer[key] = listOf(form[key], field).map((item, index) => textOf(item, `${field}[${index}]`));
  }
  return customer;
}

function productOf(value: unknown, field: string): ProductFacts {
  const form = objectOf(value, field);
  const facts = present(form.facts) ? objectOf(form.facts, `${field}.facts`) : {};
  return {
    name: textOf(form.name, `${field}.name`),
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, fact]) => [
        key,
        typeof fact === 'string' ? fact : JSON.stringify(fact),
      ]),
    ),
  };
}

function hoursOf(value: unknown, zone: string): WorkingHours | 'always' {
  if (value === 'always') return 'always';
  const range = typeof value === 'string' ? /^(\d\d?:\d\d)-(\d\d?:\d\d)$/.exec(value) : null;
  if (!range || !isClock(range[1]!) || !isClock(range[2]!)) {
    throw new Faulty('context.workingHours', `must be "always" or like "09:00-21:00", not ${shown(value)}`);
  }
  return { zone, hours: [[range[1]!, range[2]!]] };
}

/** The zone of the times: the offset of the first turn that has one. */
function zoneOf(turns: unknown): string {
  for (const turn of Array.isArray(turns) ? turns : []) {
    const offset = typeof turn?.at === 'string' ? /(?:([+-]\d\d:\d\d)|Z)$/.exec(turn.at) : null;
    if (offset) return offset[1] ?? '+00:00';
  }
  return '+08:00';
}

export function momentOf(value: unknown, field: string): number {
  const zoned =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:\d\d|Z)$/.test(value);
  const moment = zoned ? Date.parse(value) : NaN;
  if (Number.isNaN(moment)) {
    throw new Faulty(
      field,
      `must be a time with its offset, like "2026-11-11T10:00:00+08:00", not ${shown(value)}`,
    );
  }
  return moment;
}

export function idOf(value: unknown): string {
  const id = textOf(value, 'id');
  if (id.trim() === '') throw new Faulty('id', 'must not be empty');
  return id;
}

export function objectOf(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Faulty(field, `must be an object, not ${shown(value)}`);
}

export function listOf(value: unknown, field: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Faulty(field, `must be a list, not ${shown(value)}`);
}

export function textOf(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new Faulty(field, `must be a text, not ${shown(value)}`);
}

export function oneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T;
  throw new Faulty(field, `must be ${allowed.map((word) => `"${word}"`).join(' or ')}, not ${shown(value)}`);
}

export const present = (value: unknown) => value !== undefined && value !== null;

export function isClock(clock: string): boolean {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return minutes < 60 && hours * 60 + minutes <= 24 * 60;
}

export function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
