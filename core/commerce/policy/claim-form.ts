/** The written form of a claim: one line of JSON. What is absent is null, false or 0. */
import {
  Faulty,
  idOf,
  listOf,
  momentOf,
  objectOf,
  oneOf,
  present,
  shown,
  textOf,
  type CaseFault,
} from '../../standard/case-form.ts';
import { isZone } from '../../team/hours-problems.ts';
import { roles } from '../../team/roles.ts';
import type { Lang } from '../../standard/facts.ts';
import { whyWords } from '../../words/policy.ts';
import { changeKinds, type Claim, type Order, type OrderLine, reasons, statuses, wishes } from './claim.ts';
import type { Decision } from './decision.ts';

export type ClaimResult = { id: string; claim: Claim } | { fault: CaseFault };

export function readClaimLine(line: string): ClaimResult {
  try {
    const form = objectOf(JSON.parse(line), 'line');
    return { id: idOf(form.id), claim: claimOf(form) };
  } catch (error) {
    if (error instanceof Faulty) return { fault: { field: error.field, why: error.why } };
    if (error instanceof SyntaxError)
      return { fault: { field: 'line', why: `is no JSON: ${error.message}` } };
    throw error;
  }
}

/** A decision as it is written out. */
export function decisionForm(id: string, { zone }: Claim, decision: Decision, lang: Lang) {
  const { outcome, approval, freight, amount, plans } = decision;
  return {
    id,
    outcome,
    approval,
    freight,
    amount,
    plans: plans.map(({ kind }) => kind),
    why: decision.why.map((why) => whyWords(why, lang, zone)),
  };
}

function claimOf(form: Record<string, unknown>): Claim {
  const order = orderOf(objectOf(form.order, 'order'));
  const claim: Claim = {
    wish: oneOf(form.wish, 'wish', wishes),
    reason: oneOf(form.reason, 'reason', reasons),
    now: momentOf(form.now, 'now'),
    zone: zoneOf(form.zone),
    order,
    line: indexOf(form.line, order.lines.length),
    condition: conditionOf(form.condition),
    stock: stockOf(form.stock),
    exchangeFor: optional(form.exchangeFor, 'exchangeFor', textOf),
    bookedInBy: optional(form.bookedInBy, 'bookedInBy', textOf),
    lowerPrice: optional(form.lowerPrice, 'lowerPrice', countOf),
    priceDifferencePaid: flagOf(form.priceDifferencePaid, 'priceDifferencePaid'),
    lastScanAt: optional(form.lastScanAt, 'lastScanAt', momentOf),
    promisedBy: optional(form.promisedBy, 'promisedBy', momentOf),
    failedRepairs: numberOf(form.failedRepairs, 'failedRepairs'),
    actor: oneOf(form.actor, 'actor', roles),
  };
  const asked = optional(form.askedAt, 'askedAt', momentOf);
  return asked === null ? claim : { ...claim, askedAt: asked };
}

function orderOf(form: Record<string, unknown>): Order {
  const moment = (key: string) => optional(form[key], `order.${key}`, momentOf);
  const lines = listOf(form.lines, 'order.lines').map(lineOf);
  if (lines.length === 0) throw new Faulty('order.lines', 'must hold one line at least');
  return {
    number: optional(form.number, 'order.number', textOf) ?? '',
    paidAt: moment('paidAt'),
    dispatchedAt: moment('dispatchedAt'),
    receivedAt: moment('receivedAt'),
    status: oneOf(form.status, 'order.status', statuses),
    lines,
    outbound: itemsOf(form.outbound, 'order.outbound').map(({ item, field }) => ({
      sku: textOf(item.sku, `${field}.sku`),
      quantity: countOf(item.quantity, `${field}.quantity`),
    })),
    outboundFreight: numberOf(form.outboundFreight, 'order.outboundFreight'),
    changes: itemsOf(form.changes, 'order.changes').map(({ item, field }) => ({
      kind: oneOf(item.kind, `${field}.kind`, changeKinds),
      from: optional(item.from, `${field}.from`, textOf),
      to: optional(item.to, `${field}.to`, textOf),
      agreed: flagOf(item.agreed, `${field}.agreed`),
    })),
    priceGuaranteeUntil: moment('priceGuaranteeUntil'),
    customerRequestedClose: flagOf(form.customerRequestedClose, 'order.customerRequestedClose'),
  };
}

function lineOf(value: unknown, index: number): OrderLine {
  const field = `order.lines[${index}]`;
  const form = objectOf(value, field);
  return {
    sku: textOf(form.sku, `${field}.sku`),
    title: optional(form.title, `${field}.title`, textOf) ?? '',
    quantity: unitsOf(form.quantity, `${field}.quantity`),
    unitPrice: countOf(form.unitPrice, `${field}.unitPrice`),
    couponShare: numberOf(form.couponShare, `${field}.couponShare`),
    refunded: numberOf(form.refunded, `${field}.refunded`),
    excluded: optional(form.excluded, `${field}.excluded`, textOf),
    exclusionConfirmedAt: optional(form.exclusionConfirmedAt, `${field}.exclusionConfirmedAt`, momentOf),
    guaranteeDays: numberOf(form.guaranteeDays, `${field}.guaranteeDays`),
  };
}

function conditionOf(value: unknown): Claim['condition'] {
  const form = present(value) ? objectOf(value, 'condition') : {};
  const flag = (key: string) => flagOf(form[key], `condition.${key}`);
  return { tags: flag('tags'), resaleable: flag('resaleable'), proof: flag('proof') };
}

function stockOf(value: unknown): Claim['stock'] {
  const form = present(value) ? objectOf(value, 'stock') : {};
  return Object.fromEntries(
    Object.entries(form).map(([sku, units]) => [sku, wholeOf(units, `stock.${sku}`)]),
  );
}

function zoneOf(value: unknown): string {
  const zone = optional(value, 'zone', textOf) ?? '+08:00';
  if (isZone(zone)) return zone;
  throw new Faulty(
    'zone',
    `must be an offset like "+08:00" or a name like "Asia/Shanghai", not ${shown(value)}`,
  );
}

function indexOf(value: unknown, lines: number): number {
  const index = numberOf(value, 'line');
  if (index < lines) return index;
  throw new Faulty('line', `must be one of the order's lines, 0 to ${lines - 1}, not ${shown(value)}`);
}

function itemsOf(value: unknown, field: string): { item: Record<string, unknown>; field: string }[] {
  if (!present(value)) return [];
  return listOf(value, field).map((item, index) => {
    const place = `${field}[${index}]`;
    return { item: objectOf(item, place), field: place };
  });
}

function unitsOf(value: unknown, field: string): number {
  const units = countOf(value, field);
  if (units >= 1) return units;
  throw new Faulty(field, `must be 1 or more, not ${shown(value)}`);
}

/** Some systems count below zero what was oversold. */
function wholeOf(value: unknown, field: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new Faulty(field, `must be a whole number, not ${shown(value)}`);
}

function countOf(value: unknown, field: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new Faulty(field, `must be a whole number, 0 or more, not ${shown(value)}`);
}

const numberOf = (value: unknown, field: string): number => optional(value, field, countOf) ?? 0;

function flagOf(value: unknown, field: string): boolean {
  if (!present(value)) return false;
  if (typeof value === 'boolean') return value;
  throw new Faulty(field, `must be true or false, not ${shown(value)}`);
}

function optional<T>(value: unknown, field: string, read: (value: unknown, field: string) => T): T | null {
  return present(value) ? read(value, field) : null;
}
