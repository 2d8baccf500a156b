/** The calls of the inbox beyond its lists: they come with the parts that need them. */
import type { BulkAnswer, DoneAnswer, SameCustomer, SavedView } from '../../core/api.ts';
import type { AutoClose } from '../../core/team/shop-settings.ts';
import { request } from './request.ts';

const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`;

export const inboxApi = {
  snooze: (id: string, until: number | null) =>
    request<DoneAnswer>('POST', `${conversation(id)}/snooze`, { until }),
  wake: (id: string) => request<DoneAnswer>('POST', `${conversation(id)}/wake`),
  sameCustomer: (id: string) => request<SameCustomer[]>('GET', `${conversation(id)}/same-customer`),
  merge: (id: string, into: string) => request<DoneAnswer>('POST', `${conversation(id)}/merge`, { into }),

  assignAll: (conversationIds: string[], agentId: string) =>
    request<BulkAnswer>('POST', '/bulk/assign', { conversationIds, agentId }),
  snoozeAll: (conversationIds: string[], until: number | null) =>
    request<BulkAnswer>('POST', '/bulk/snooze', { conversationIds, until }),
  resolveAll: (conversationIds: string[]) =>
    request<BulkAnswer>('POST', '/bulk/resolve', { conversationIds }),

  views: () => request<SavedView[]>('GET', '/me/views'),
  saveView: (view: Omit<SavedView, 'viewId'>) => request<SavedView>('POST', '/me/views', view),
  changeView: ({ viewId, ...view }: SavedView) =>
    request<SavedView>('PUT', `/me/views/${encodeURIComponent(viewId)}`, view),
  dropView: (viewId: string) => request<null>('DELETE', `/me/views/${encodeURIComponent(viewId)}`),

  autoClose: () => request<{ autoClose: AutoClose | null }>('GET', '/settings/auto-close'),
  setAutoClose: (autoClose: AutoClose | null) =>
    request<{ autoClose: AutoClose | null }>('PUT', '/settings/auto-close', { autoClose }),
};
