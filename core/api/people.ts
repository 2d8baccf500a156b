/** The desk’s API: who is signed in, colleagues, people, invitations, sessions, hours. */
import type { Lang } from '../standard/facts.ts';
import type { WaitThresholds } from '../standard/waiting.ts';
import type { Group, Permission, Person, Role } from '../team/roles.ts';
import type { WorkingHours } from '../team/working-hours.ts';
import type { PresenceState } from '../wire.ts';

/** POST /auth/sign-in { account: "shop:login", password, code? }, 401 `second-step` where a code is asked for · GET /me */
export interface Me extends Person {
  account: string;
  shopName: string;
  lang: Lang;
  permissions: Permission[];
  hours: WorkingHours | 'always';
  /** How long a reply waits before it leaves and may be taken back; 0: not at all. */
  undoSeconds: number;
  /** Their own; null: as the shop has it. */
  ownUndoSeconds: number | null;
  shopUndoSeconds: number;
  thresholds: WaitThresholds;
  /** When the session ends if nothing is done, epoch ms. */
  expiresAt: number;
}

/** GET /agents · PUT /me/presence { state } */
export interface Colleague {
  agentId: string;
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  presence: PresenceState | 'offline';
  open: number;
  capacity: number;
}

/** GET /people, for administrators → PeopleAnswer; PUT /people/:agentId PersonDetails; POST …/close · …/reopen · …/sign-out · …/second-step/remove */
export interface PeopleAnswer {
  people: PersonRow[];
  /** Open ones, and those that ran out. */
  invitations: InvitationRow[];
}
/** What an administrator decides about somebody. */
export interface PersonDetails {
  name: string;
  workNumber: string;
  role: Role;
  groups: Group[];
  capacity: number;
}
export interface PersonRow extends PersonDetails {
  agentId: string;
  login: string;
  presence: PresenceState | 'offline';
  open: number;
  /** When they were last seen in a session that still holds; null: not signed in anywhere. */
  lastSeenAt: number | null;
  secondStep: boolean;
  /** null: they are here. */
  leftAt: number | null;
}
export interface InvitationRow extends PersonDetails {
  invitationId: string;
  login: string;
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}
/** GET /people/:agentId/changes */
export interface TeamChange {
  at: number;
  /** Whose doing; null: the set-up of the shop. */
  by: string | null;
  kind: TeamChangeKind;
  /** edited: before and after of what decides what somebody may do. */
  data: Partial<Record<'role' | 'groups' | 'capacity', [before: unknown, after: unknown]>>;
}
export type TeamChangeKind =
  | 'shop-set-up'
  | 'invited'
  | 'invitation-renewed'
  | 'invitation-withdrawn'
  | 'joined'
  | 'edited'
  | 'closed'
  | 'reopened'
  | 'signed-out'
  | 'reset-sent'
  | 'password-reset'
  | 'password-changed'
  | 'second-step-on'
  | 'second-step-off'
  | 'hours-changed';

/** POST /people/invitations { login, …PersonDetails } · …/:invitationId/renew · /people/:agentId/reset-link: told once, then only its hash is known. */
export interface LinkAnswer {
  token: string;
  expiresAt: number;
}
/** POST /auth/invitations/open { token } · /auth/resets/open { token }: for whom a link is. */
export interface OpenedLink {
  shop: string;
  shopName: string;
  login: string;
  name: string;
  workNumber: string;
  expiresAt: number;
}
/** POST /auth/invitations/accept · /auth/resets/use { token, password } · /auth/set-up/use SetUp → the account to sign in with. */
export interface AccountAnswer {
  account: string;
}
export interface SetUp {
  token: string;
  shopName: string;
  slug: string;
  name: string;
  login: string;
  password: string;
  lang: Lang;
}

/** GET /me/security · POST /me/password { currentPassword, password } */
export interface SecurityAnswer {
  /** Since when the second step is asked for; null: it is not. */
  secondStepSince: number | null;
  recoveryCodesLeft: number;
}
/** POST /me/second-step { currentPassword } → SecondStepKey; …/confirm { code } → { recoveryCodes }, told once; …/remove { currentPassword } */
export interface SecondStepKey {
  /** For typing by hand: base32. */
  key: string;
  /** For the authenticator: `otpauth://…` */
  uri: string;
}

/** GET · PUT /hours { hours, basedOn } → HoursAnswer; 409 `hours-changed` where somebody saved others meanwhile. */
export interface HoursAnswer {
  hours: WorkingHours | 'always';
  version: number;
}

/** GET /me/sessions · DELETE /me/sessions/:sessionId */
export interface SessionRow {
  sessionId: string;
  createdAt: number;
  lastSeenAt: number;
  device: string | null;
  current: boolean;
}
