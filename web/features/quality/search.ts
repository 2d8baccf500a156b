/** The filter as it stands in the address: a link to a figure is a link to what is behind it. */
import type { QualityFilter } from '../../../core/quality/answers.ts';

const fields = ['from', 'to', 'group', 'agent', 'band', 'kind', 'rule', 'said', 'sort'] as const;

/** What is no text is left out; what the server does not know it says. */
export function qualitySearch(search: Record<string, unknown>): QualityFilter {
  const said = fields.filter((field) => typeof search[field] === 'string' && search[field] !== '');
  return Object.fromEntries(said.map((field) => [field, search[field]]));
}

/** What stays when one goes from the figures to a list and back. */
export const periodOf = ({ from, to, group, agent }: QualityFilter): QualityFilter => {
  return { ...(from && { from }), ...(to && { to }), ...(group && { group }), ...(agent && { agent }) };
};
