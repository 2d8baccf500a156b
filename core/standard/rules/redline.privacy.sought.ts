import { numbersIn as numberLike } from '../../commerce/numbers-in.ts';
import type { CustomerFacts, Facts } from '../facts.ts';
import { viewOf, withFigures } from '../text.ts';
import { addressesIn, namesIn, numbersIn } from './redline.privacy.data.ts';

/** Something in a draft that may be somebody else's, to be looked up where all of the shop's customers are known. */
export type Sought = { start: number; end: number } & (
  | { kind: 'number'; values: string[] }
  /** A receiver, and the address that stands with them. */
  | { kind: 'receiver'; name: string; address: string }
);

/** Numbers long enough for a phone, an order or a parcel, and names with an address; those that are this customer's left out. */
export function soughtIn(text: string, known: Pick<Facts, 'customer' | 'turns'>): Sought[] {
  return [...foreign(numbersOf(text), known), ...receiversOf(text, known.customer)].slice(0, most);
}

/** Most drafts have no such number: the conversation is read for those that do. */
function foreign(
  numbers: (Sought & { kind: 'number' })[],
  { customer, turns }: Pick<Facts, 'customer' | 'turns'>,
) {
  if (numbers.length === 0) return [];
  const own = ownNumbers(customer);
  const told = turns.flatMap(({ from, text }) => (from === 'agent' ? [] : joined(viewOf(text).text)));
  const isTheirs = (value: string) =>
    own.some((one) => one.endsWith(value) || value.endsWith(one)) ||
    told.some((said) => said.includes(value.toLowerCase()));
  return numbers.filter(({ values }) => !values.some(isTheirs));
}

/** More than a person puts into one message. */
const most = 12;

function numbersOf(text: string): (Sought & { kind: 'number' })[] {
  const view = viewOf(text);
  const found: (Sought & { kind: 'number' })[] = [];
  const add = (start: number, end: number, values: string[]) => {
    const place = view.mark(start, end);
    const known = found.find((one) => one.start < place.end && place.start < one.end);
    if (known) known.values = [...new Set([...known.values, ...values])];
    else found.push({ kind: 'number', ...place, values });
  };
  // In the order's own writing (`#W26-11340`), and as a person may have grouped or disguised it.
  for (const value of numberLike(view.text)) {
    const start = view.text.indexOf(value);
    if (value.replaceAll(/\D/g, '').length >= shortest)
      add(start, start + value.length, [value, value.toUpperCase(), value.replaceAll('-', '')]);
  }
  for (const match of view.text.matchAll(grouped))
    add(match.index, match.index + match[0].length, [joined(match[0]), joined(match[0]).toUpperCase()]);
  for (const { kind, value, start, end } of numbersIn(withFigures(view.text)))
    if (kind !== 'identity' && value.length >= shortest) add(start, end, [value, value.toUpperCase()]);
  return found;
}

/** Figures with gaps between their groups. */
const grouped = /(?<![\da-z])[a-z]{0,4}\d(?:[ \-.]?\d){6,23}(?![\da-z])/g;
/** Fewer figures are prices, sizes and model numbers. */
const shortest = 7;

function receiversOf(text: string, customer: CustomerFacts | undefined): Sought[] {
  const view = viewOf(text);
  const [address] = addressesIn(view.text);
  if (!address) return [];
  return receiverNames(text)
    .filter(({ name }) => name !== customer?.name)
    .map(({ name, start, end }) => ({ kind: 'receiver', name, address: address.value, start, end }));
}

/** Full names: after what introduces one, or before an address or a phone. */
function receiverNames(text: string): { name: string; start: number; end: number }[] {
  const names: { name: string; start: number; end: number }[] = [];
  for (const pattern of introduced)
    for (const match of text.matchAll(pattern)) {
      const name = match[1]!;
      const start = match.index + match[0].indexOf(name);
      // "王女士" is a title, and tells nobody which of them it is.
      if (namesIn(name).length === 0 && !names.some((one) => one.name === name))
        names.push({ name, start, end: start + name.length });
    }
  return names;
}

const introduced = [
  /(?:收件人|收货人|姓名|联系人|名字|寄给|送给|签收人|叫)[是为:：\s]*([㐀-鿿]{2,4}?)(?=[\s,，.。;；:：、的]|电话|手机|地址|住|家|\d|$)/g,
  /(?:^|[\s,，。;；:：])([㐀-鿿]{2,4})(?=[\s,，]+(?:\+?\d[\d -]{6,}|[㐀-鿿]{2,10}(?:省|市|区|县|路|街|镇)))/g,
  /\b([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})\b(?=,| at | lives| of | in )/g,
];

function ownNumbers(customer: CustomerFacts = {}): string[] {
  const { phones = [], orders = [], parcels = [] } = customer;
  return [...phones, ...orders, ...parcels].map(joined).filter((one) => one.length >= shortest);
}

const joined = (text: string) => withFigures(text.toLowerCase()).replaceAll(/[ \-.()+]/g, '');
