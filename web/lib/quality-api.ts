/** What the desk asks about quality, one a line: apart from `api.ts`, since nobody needs it to answer a customer. */
import type { DoneAnswer } from '../../core/api.ts';
import type { QualityAnswer, QualityFilter, QualityList, ReviewAnswer } from '../../core/quality/answers.ts';
import type { ReviewReason } from '../../core/quality/bands.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { request } from './request.ts';

export const qualityApi = {
  figures: ({ from, to, group, agent }: QualityFilter) =>
    request<QualityAnswer>('GET', `/quality${asQuery({ from, to, group, agent })}`),
  list: (filter: QualityFilter, after: string | null) =>
    request<QualityList>('GET', `/quality/episodes${asQuery({ ...filter, after: after ?? undefined })}`),
  review: (reason?: ReviewReason) =>
    request<ReviewAnswer>('GET', `/quality/review${reason ? `?reason=${reason}` : ''}`),
  reviewed: (episodeId: string) =>
    request<DoneAnswer>('POST', `/episodes/${encodeURIComponent(episodeId)}/review`),
  contest: (findingId: string, reason: string) =>
    request<DoneAnswer>('POST', `/findings/${encodeURIComponent(findingId)}/contest`, { reason }),
};

/** Where the browser fetches the list as a file. */
export const exportAddress = (filter: QualityFilter, lang: Lang): string =>
  `/api/v1/quality/episodes.csv${asQuery({ ...filter, lang })}`;

function asQuery(fields: Record<string, string | undefined>): string {
  const said = Object.entries(fields).filter((one): one is [string, string] => one[1] !== undefined);
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}
