/** What figures and lists are narrowed to: the same conditions for both, so that each figure is as long as its list. */
import type { QualityFilter } from '../../../../core/quality/answers.ts';
import type { Said } from '../../../../core/quality/bands.ts';
import { standing } from '../../../../core/quality/bands.ts';
import { dayAfter, dayOf, usualDays } from '../../../../core/quality/days.ts';
import { refuse } from '../../../../core/refusal.ts';
import type { Person } from '../../../../core/team/roles.ts';
import { may } from '../../../../core/team/roles.ts';
import { nobody } from './facts.ts';

/** Days are set, and whose figures they are is decided. */
export interface Narrowed extends QualityFilter {
  from: string;
  to: string;
}

const mostDays = 400;

/** The last thirty days unless told; an agent sees their own alone. */
export function narrow(person: Person, filter: QualityFilter, zone: string, now: number): Narrowed {
  const to = filter.to ?? dayOf(zone, now);
  const from = filter.from ?? dayAfter(to, 1 - usualDays);
  if (from > to) refuse({ code: 'invalid', problems: [{ field: 'to', problem: 'not-allowed' }] });
  if (from < dayAfter(to, -mostDays))
    refuse({ code: 'invalid', problems: [{ field: 'from', problem: 'not-allowed' }] });
  return { ...filter, ...whose(person, filter.agent), from, to };
}

function whose(person: Person, agent: string | undefined): { agent?: string } {
  if (may(person, 'quality.read-all')) return { agent };
  if (agent !== undefined && agent !== person.agentId)
    refuse({ code: 'forbidden', permission: 'quality.read-all' });
  return { agent: person.agentId };
}

/** Conditions on a table of the read model, as SQL over `values`. */
export function conditionsOf(shopId: string, filter: Narrowed): { where: string; values: unknown[] } {
  const values: unknown[] = [shopId, filter.from, filter.to];
  const conditions = ['shop_id = $1', 'day between $2::date and $3::date'];
  const add = (sql: (place: string) => string, value: unknown) =>
    conditions.push(sql(`$${values.push(value)}`));
  const { agent, group, band, kind, rule, said } = filter;
  if (agent) add((at) => `agent_id = ${at}::uuid`, agent === 'none' ? nobody : agent);
  if (group) add((at) => `group_name = ${at}`, group);
  if (kind) {
    add((at) => `kind = ${at}`, kind);
    if (rule) add((at) => `rule = ${at}`, rule);
    if (said) add((at) => `said = any(${at})`, saidBy(said));
  } else if (band) add((at) => `band = ${at}`, band);
  return { where: conditions.join(' and '), values };
}

const saidBy = (said: Said | 'standing'): readonly Said[] => (said === 'standing' ? standing : [said]);
