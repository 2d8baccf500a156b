/** What the desk asks about the standard, one a line: apart from `api.ts`, since few people do. */
import type {
  CaseAnswer,
  CaseMark,
  DoneAnswer,
  PreviewAnswer,
  RuleStanding,
  StandardAnswer,
  TryAnswer,
} from '../../core/api.ts';
import type { StandardSettings } from '../../core/standard/settings.ts';
import { request, requestText } from './request.ts';

const rule = (id: string) => `/standard/rules/${encodeURIComponent(id)}`;

export const standardApi = {
  standard: () => request<StandardAnswer>('GET', '/standard'),
  version: (version: number) =>
    request<{ version: number; settings: StandardSettings }>('GET', `/standard/versions/${version}`),
  save: (settings: StandardSettings, basedOn: number, note: string) =>
    request<{ version: number }>('POST', '/standard', { settings, basedOn, note }),
  preview: (settings: StandardSettings, lastN: number, after: string | null, signal: AbortSignal) =>
    request<PreviewAnswer>(
      'POST',
      '/standard/preview',
      { settings, lastN, after: after ?? undefined },
      signal,
    ),
  rules: () => request<RuleStanding[]>('GET', '/standard/rules'),
  restore: (id: string, reason: string) => request<RuleStanding>('POST', `${rule(id)}/restore`, { reason }),
  rulePage: (id: string) => requestText('GET', `${rule(id)}/page`),
  tryOwn: (conversationId: string) =>
    request<TryAnswer>('POST', '/standard/try', { conversationId, rulesOff: [] }),
  judge: (findingId: string, verdict: 'right' | 'wrong', reason: string) =>
    request<DoneAnswer>('POST', `/findings/${encodeURIComponent(findingId)}/verdict`, { verdict, reason }),
  cases: () => requestText('GET', '/standard/cases'),
  addMissed: (conversationId: string, messageSeq: number, missed: string) =>
    request<CaseAnswer>('POST', '/standard/cases', { conversationId, messageSeq, rule: missed }),
  keepPasted: (conversation: object, marks: readonly CaseMark[]) =>
    request<CaseAnswer>('POST', '/standard/cases/pasted', { conversation, marks }),
};
