/** What is asked about people, hours and accounts, one a line: apart from `api.ts`, since few pages need it. */
import type {
  AccountAnswer,
  HoursAnswer,
  LinkAnswer,
  OpenedLink,
  PeopleAnswer,
  PersonDetails,
  SecondStepKey,
  SecurityAnswer,
  SetUp,
  TeamChange,
} from '../../core/api.ts';
import { request } from './request.ts';

const person = (agentId: string) => `/people/${encodeURIComponent(agentId)}`;
const invitation = (id: string) => `/people/invitations/${encodeURIComponent(id)}`;

export const peopleApi = {
  people: () => request<PeopleAnswer>('GET', '/people'),
  change: (agentId: string, details: PersonDetails) => request<null>('PUT', person(agentId), details),
  changes: (agentId: string) => request<TeamChange[]>('GET', `${person(agentId)}/changes`),
  close: (agentId: string) => request<null>('POST', `${person(agentId)}/close`),
  reopen: (agentId: string) => request<null>('POST', `${person(agentId)}/reopen`),
  signOut: (agentId: string) => request<null>('POST', `${person(agentId)}/sign-out`),
  resetLink: (agentId: string) => request<LinkAnswer>('POST', `${person(agentId)}/reset-link`),
  removeSecondStep: (agentId: string) => request<null>('POST', `${person(agentId)}/second-step/remove`),

  invite: (details: PersonDetails & { login: string }) =>
    request<LinkAnswer>('POST', '/people/invitations', details),
  renew: (id: string) => request<LinkAnswer>('POST', `${invitation(id)}/renew`),
  withdraw: (id: string) => request<null>('DELETE', invitation(id)),

  openInvitation: (token: string) => request<OpenedLink>('POST', '/auth/invitations/open', { token }),
  accept: (token: string, password: string) =>
    request<AccountAnswer>('POST', '/auth/invitations/accept', { token, password }),
  openReset: (token: string) => request<OpenedLink>('POST', '/auth/resets/open', { token }),
  reset: (token: string, password: string) =>
    request<AccountAnswer>('POST', '/auth/resets/use', { token, password }),
  openSetUp: (token: string) => request<{ expiresAt: number }>('POST', '/auth/set-up/open', { token }),
  setUp: (wish: SetUp) => request<AccountAnswer>('POST', '/auth/set-up/use', wish),

  security: () => request<SecurityAnswer>('GET', '/me/security'),
  changePassword: (currentPassword: string, password: string) =>
    request<null>('POST', '/me/password', { currentPassword, password }),
  beginSecondStep: (currentPassword: string) =>
    request<SecondStepKey>('POST', '/me/second-step', { currentPassword }),
  confirmSecondStep: (code: string) =>
    request<{ recoveryCodes: string[] }>('POST', '/me/second-step/confirm', { code }),
  removeOwnSecondStep: (currentPassword: string) =>
    request<null>('POST', '/me/second-step/remove', { currentPassword }),

  hours: () => request<HoursAnswer>('GET', '/hours'),
  saveHours: (hours: HoursAnswer['hours'], basedOn: number) =>
    request<HoursAnswer>('PUT', '/hours', { hours, basedOn }),
};
