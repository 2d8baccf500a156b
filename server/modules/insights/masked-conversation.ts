/**
 * A conversation with personal data replaced by made-up data of the same shape, the same value always by the same: the
 * rules judge it as they judged the real one, and nobody can be found by it. The form is that of `yinuo check`.
 */
import type { Conversation, ProductFacts, Turn } from '../../../core/standard/facts.ts';
import type { PersonalData } from '../../../core/standard/rules/redline.privacy.data.ts';
import {
  addressesIn,
  isMobile,
  namesIn,
  numbersIn,
} from '../../../core/standard/rules/redline.privacy.data.ts';
import { viewOf } from '../../../core/standard/text.ts';
import type { WorkingHours } from '../../../core/team/working-hours.ts';

export interface CaseForm {
  id: string;
  lang: Conversation['lang'];
  channel: Conversation['channel'];
  context: { customer: Record<string, unknown>; workingHours: string; products?: readonly ProductFacts[] };
  turns: { from: Turn['from']; text: string; at?: string; until?: string }[];
  ended?: { by: string; at?: string };
}

export function maskedConversation(reviewed: Conversation): CaseForm {
  const { id, lang, channel, customer = {}, products, hours, turns, ended } = reviewed;
  const cover = new Cover(reviewed);
  const zone = zoneOf(reviewed, turns.find(({ at }) => at !== undefined)?.at ?? 0);
  const when = (at: number | undefined) => (at === undefined ? undefined : written(at, zone));
  return {
    id,
    lang,
    channel,
    context: {
      customer: {
        ...(customer.name !== undefined && { name: cover.text(customer.name) }),
        phones: customer.phones?.map((value) => cover.number(value)) ?? [],
        addresses: customer.addresses?.map((value) => cover.address(value)) ?? [],
        orders: customer.orders?.map((value) => cover.number(value)) ?? [],
      },
      workingHours: hoursWritten(hours),
      ...(products && { products }),
    },
    turns: turns.map(({ from, text, at, until }) => {
      return { from, text: cover.text(text), at: when(at), until: when(until) };
    }),
    ...(ended && { ended: { by: ended.by, at: when(ended.at) } }),
  };
}

interface Patch {
  start: number;
  end: number;
  text: string;
}

/** Who is who in one conversation: numbered as they come, so that the same conversation is always covered alike. */
class Cover {
  private readonly numbers = new Map<string, string>();
  private readonly addresses: string[] = [];
  private readonly surnames = new Map<string, string>();
  private readonly literals: [string, () => string][];

  constructor({ customer = {} }: Conversation) {
    const { name, phones = [], addresses = [], orders = [] } = customer;
    this.literals = [
      ...addresses.map((value): [string, () => string] => [value, () => this.address(value)]),
      ...[...phones, ...orders].map((value): [string, () => string] => [value, () => this.number(value)]),
      ...(name !== undefined ? [[name, () => this.name(name)] as [string, () => string]] : []),
    ];
  }

  text(text: string): string {
    const patches: Patch[] = [];
    for (const [value, cover] of this.literals) {
      // One character is a part of ordinary words.
      if (value.length < 2) continue;
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
        patches.push({ start: at, end: at + value.length, text: cover() });
    }
    const view = viewOf(text);
    const found = [...numbersIn(view.text), ...addressesIn(view.text), ...namesIn(view.text)];
    for (const data of found) patches.push({ ...view.mark(data.start, data.end), text: this.data(data) });
    for (const match of text.matchAll(longNumber))
      patches.push({ start: match.index, end: match.index + match[0].length, text: this.number(match[0]) });
    for (const match of text.matchAll(mail))
      patches.push({ start: match.index, end: match.index + match[0].length, text: 'someone@example.com' });
    return patched(text, patches);
  }

  /** The first three figures say what kind of number it is; the rest are made up. */
  number(value: string): string {
    const plain = value.replace(/[^\da-z]/gi, '');
    const known = this.numbers.get(plain);
    if (known !== undefined) return known;
    const serial = String(this.numbers.size + 1);
    const kept = isMobile(plain) || plain.length >= 10 ? 3 : 1;
    const made = identity.test(plain)
      ? identityNumber(serial)
      : plain.slice(0, kept) + serial.padStart(Math.max(0, plain.length - kept), '0');
    this.numbers.set(plain, made);
    return made;
  }

  address(value: string): string {
    let at = this.addresses.findIndex((known) => known.includes(value) || value.includes(known));
    if (at < 0) at = this.addresses.push(value) - 1;
    return /[\u3400-\u9fff]/.test(value) ? `样本路${at + 1}号` : `${at + 1} Sample Street`;
  }

  private data({ kind, value }: PersonalData): string {
    if (kind === 'address') return this.address(value);
    return kind === 'name' ? this.name(value) : this.number(value);
  }

  /** Another surname, the same title: who shares a surname still does. */
  private name(value: string): string {
    if (!/[\u3400-\u9fff]/.test(value)) return 'Customer';
    const surname = value[0]!;
    const other = this.surnames.get(surname) ?? madeUp[this.surnames.size % madeUp.length]!;
    this.surnames.set(surname, other);
    const title = /(?:先生|女士|小姐|太太|大姐|阿姨|大哥|妈妈|爸爸)$/.exec(value)?.[0] ?? '某';
    return other + title;
  }
}

const madeUp = '林何宋唐韩冯董程曾彭';
const longNumber = /(?<!\d)\d{7,30}(?!\d)/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,3}/g;
const identity = /^[1-9]\d{16}[\dx]$/i;

function identityNumber(serial: string): string {
  const digits = `11010119900307${serial.padStart(3, '0').slice(-3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
  return digits + '10X98765432'[total % 11];
}

/** From left to right; of two that overlap the longer. */
function patched(text: string, patches: Patch[]): string {
  let covered = '';
  let reached = 0;
  for (const { start, end, text: made } of patches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < reached) {
      // What sticks out of the one before goes with it.
      reached = Math.max(reached, end);
      continue;
    }
    covered += text.slice(reached, start) + made;
    reached = end;
  }
  return covered + text.slice(reached);
}

/** The form knows one shift a day; other hours are taken for always. */
function hoursWritten(hours: WorkingHours | 'always'): string {
  const [shift, another] = hours === 'always' ? [] : hours.hours;
  return shift && !another ? shift.join('-') : 'always';
}

/** As `+08:00`. */
function zoneOf({ hours, zone: own = '+08:00' }: Conversation, at: number): string {
  const zone = hours === 'always' ? own : hours.zone;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00';
}

function written(at: number, zone: string): string {
  const sign = zone.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return new Date(at + minutes * 60_000).toISOString().replace('Z', zone);
}
