/** Settings → People: who is here, who may come, who may do what. */
import { z } from 'zod';
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import { details, login, nothing } from './fields.ts';
import { invite, renewInvitation, withdrawInvitation } from './invitations.ts';
import type { Managing } from './context.ts';
import { makeReset } from './password-resets.ts';
import {
  changePerson,
  closeAccount,
  listPeople,
  readChanges,
  reopenAccount,
  signOutEverywhere,
} from './people.ts';
import type { SecondSteps } from './second-step.ts';
import { removeSecondStep } from './second-step.ts';

const agentId = z.strictObject({ agentId: z.uuid() });
const invitationId = z.strictObject({ invitationId: z.uuid() });
const base = '/api/v1/people';

export function peopleRoutes(team: Managing & SecondSteps): Route[] {
  const may = 'team.manage' as const;
  return [
    route({
      method: 'GET',
      path: base,
      may,
      summary: 'Everybody of the shop, and open invitations',
      handle: ({ person }) => listPeople(team, person),
    }),
    route({
      method: 'POST',
      path: `${base}/invitations`,
      may,
      summary: 'Invite somebody; the link is told once',
      body: z.strictObject({ login, ...details }),
      status: 201,
      handle: ({ person, body }) => invite(team, person, body),
    }),
    route({
      method: 'POST',
      path: `${base}/invitations/:invitationId/renew`,
      may,
      summary: 'Another link for an invitation; the one before is void',
      params: invitationId,
      body: nothing,
      handle: ({ person, params }) => renewInvitation(team, person, params.invitationId),
    }),
    route({
      method: 'DELETE',
      path: `${base}/invitations/:invitationId`,
      may,
      summary: 'Withdraw an invitation',
      params: invitationId,
      handle: ({ person, params }) => withdrawInvitation(team, person, params.invitationId),
    }),
    route({
      method: 'PUT',
      path: `${base}/:agentId`,
      may,
      summary: 'Name, work number, role, groups and capacity; their sockets open anew',
      params: agentId,
      body: z.strictObject(details),
      handle: ({ person, params, body }) => changePerson(team, person, params.agentId, body),
    }),
    route({
      method: 'GET',
      path: `${base}/:agentId/changes`,
      may,
      summary: 'What was changed about somebody, and by whom',
      params: agentId,
      handle: ({ person, params }) => readChanges(team, person, params.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:agentId/close`,
      may,
      summary: 'Close an account: sessions end, conversations go back into the queue',
      params: agentId,
      body: nothing,
      handle: ({ person, params }) => closeAccount(team, person, params.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:agentId/reopen`,
      may,
      summary: 'Open a closed account again',
      params: agentId,
      body: nothing,
      handle: ({ person, params }) => reopenAccount(team, person, params.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:agentId/sign-out`,
      may,
      summary: 'End all sessions of somebody',
      params: agentId,
      body: nothing,
      handle: ({ person, params }) => signOutEverywhere(team, person, params.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:agentId/reset-link`,
      may,
      summary: 'A link for a new password, told once',
      params: agentId,
      body: nothing,
      status: 201,
      handle: ({ person, params }) => makeReset(team, person, params.agentId),
    }),
    route({
      method: 'POST',
      path: `${base}/:agentId/second-step/remove`,
      may,
      summary: 'Turn off the second step of somebody whose phone is lost',
      params: agentId,
      body: nothing,
      handle: ({ person, params }) => removeSecondStep(team, person, params.agentId),
    }),
  ];
}
