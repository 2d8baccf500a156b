/** The composer's own calls. */
import type { DraftAnswer, ReturnedReply, SavedDraft, ScheduledAnswer, Writing } from '../../../core/api.ts';
import { request } from '../../lib/request.ts';

export interface Later {
  text: string;
  sendAt: number;
  evenIfWritten: boolean;
}

const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`;
const scheduled = (id: string, scheduledId: string) =>
  `${conversation(id)}/scheduled/${encodeURIComponent(scheduledId)}`;

export const composerApi = {
  drafts: (id: string) => request<DraftAnswer[]>('GET', `${conversation(id)}/drafts`),
  saveDraft: (id: string, writing: Writing, draft: { text: string; basedOn: string | null }) =>
    request<SavedDraft>('PUT', draftPath(id, writing), draft),
  schedule: (id: string, clientId: string, later: Later) =>
    request<ScheduledAnswer>('POST', `${conversation(id)}/scheduled`, { clientId, ...later }),
  reschedule: (id: string, scheduledId: string, later: Later) =>
    request<ScheduledAnswer>('PUT', scheduled(id, scheduledId), later),
  unschedule: (id: string, scheduledId: string) =>
    request<{ text: string }>('POST', `${scheduled(id, scheduledId)}/cancel`),
  returned: () => request<ReturnedReply[]>('GET', '/me/returned'),
  notice: (scheduledId: string) =>
    request<null>('POST', `/me/returned/${encodeURIComponent(scheduledId)}/noticed`),
};

const draftPath = (id: string, writing: Writing) => `${conversation(id)}/drafts/${writing}`;

/** The page is going: the browser carries it on its own, and nobody waits for the answer. */
export function saveDraftOnLeaving(
  id: string,
  writing: Writing,
  draft: { text: string; basedOn: string | null },
): void {
  void fetch(`/api/v1${draftPath(id, writing)}`, {
    method: 'PUT',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  }).catch(() => undefined);
}
