/** Every call the desk makes, one a line. */
import type {
  Colleague,
  DoneAnswer,
  FactsAnswer,
  HoldAnswer,
  InboxFilter,
  InboxPage,
  InboxView,
  Me,
  MessagesAnswer,
  SessionRow,
  ThreadAnswer,
  WallAnswer,
} from '../../core/api.ts';
import type { Release } from '../../core/events.ts';
import type { Group } from '../../core/team/roles.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { request } from './request.ts';

export type TransferTarget = { agentId: string } | { group: Group };
export type UnmaskField = 'phone' | 'address' | 'order';

const conversation = (id: string) => `/conversations/${encodeURIComponent(id)}`;
const hold = (id: string, holdId: string) => `${conversation(id)}/holds/${encodeURIComponent(holdId)}`;

export const api = {
  me: () => request<Me>('GET', '/me'),
  signIn: (account: string, password: string, code?: string) =>
    request<Me>('POST', '/auth/sign-in', { account, password, code }),
  signOut: () => request<null>('POST', '/auth/sign-out'),
  sessions: () => request<SessionRow[]>('GET', '/me/sessions'),
  endSession: (sessionId: string) => request<null>('DELETE', `/me/sessions/${encodeURIComponent(sessionId)}`),
  setLang: (lang: Lang) => request<null>('PUT', '/me/lang', { lang }),
  setUndoTime: (seconds: number | null) => request<null>('PUT', '/me/undo-time', { seconds }),
  setShopUndoTime: (seconds: number) => request<null>('PUT', '/shop/undo-time', { seconds }),
  agents: () => request<Colleague[]>('GET', '/agents'),

  inbox: (view: InboxView, after: string | null, filter: InboxFilter = {}) =>
    request<InboxPage>('GET', `/conversations?${inboxQuery(view, after, filter)}`),
  thread: (id: string) => request<ThreadAnswer>('GET', conversation(id)),
  older: (id: string, before: number, limit: number) =>
    request<MessagesAnswer>('GET', `${conversation(id)}/messages?before=${before}&limit=${limit}`),
  facts: (id: string) => request<FactsAnswer>('GET', `${conversation(id)}/facts`),
  unmask: (id: string, field: UnmaskField) =>
    request<{ values: string[] }>('POST', `${conversation(id)}/unmask`, { field }),

  claim: (id: string) => request<DoneAnswer>('POST', `${conversation(id)}/claim`),
  assign: (id: string, agentId: string) =>
    request<DoneAnswer>('POST', `${conversation(id)}/assign`, { agentId }),
  transfer: (id: string, to: TransferTarget, note: string) =>
    request<DoneAnswer>('POST', `${conversation(id)}/transfer`, { ...to, note }),
  takeOver: (id: string) => request<DoneAnswer>('POST', `${conversation(id)}/take-over`),
  resolve: (id: string) => request<DoneAnswer>('POST', `${conversation(id)}/resolve`),
  note: (id: string, text: string) => request<DoneAnswer>('POST', `${conversation(id)}/notes`, { text }),
  whisper: (id: string, text: string) =>
    request<DoneAnswer>('POST', `${conversation(id)}/whispers`, { text }),

  hold: (id: string, clientId: string, reply: { text: string; attachmentId?: string; quotes?: number }) =>
    request<HoldAnswer>('POST', `${conversation(id)}/holds`, { clientId, ...reply }),
  release: (id: string, holdId: string, verdict: Release, reason: string) =>
    request<unknown>('POST', `${hold(id, holdId)}/release`, { verdict, reason }),
  refuseHold: (id: string, holdId: string, reason: string) =>
    request<unknown>('POST', `${hold(id, holdId)}/refuse`, { reason }),
  withdrawHold: (id: string, holdId: string) => request<unknown>('POST', `${hold(id, holdId)}/withdraw`),

  wall: () => request<WallAnswer>('GET', '/wall'),
  acknowledge: (alertId: string) =>
    request<unknown>('POST', `/alerts/${encodeURIComponent(alertId)}/acknowledge`),
};

function inboxQuery(view: InboxView, after: string | null, filter: InboxFilter): string {
  const query = new URLSearchParams({ view, limit: '50' });
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  if (after !== null) query.set('after', after);
  return query.toString();
}
