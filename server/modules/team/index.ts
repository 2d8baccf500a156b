/** The team's door: shops and their settings, people, sign-in and sessions, presence. */
export { autoCloseRoutes } from './auto-close.ts';
export { sessionCookie } from './cookie.ts';
export { hashPassword } from './passwords.ts';
export type { Lease } from './presence.ts';
export {
  dropExpiredLeases,
  endLeases,
  leaseMs,
  listColleagues,
  presenceOf,
  renewLeases,
} from './presence.ts';
export type { Session, Sessions } from './sessions.ts';
export { openSessions } from './sessions.ts';
export { newSetUpToken } from './set-up.ts';
export type { Shop, Shops } from './settings.ts';
export { openShops } from './settings.ts';
export { accountParts, signIn } from './sign-in.ts';
export type { Team } from './routes.ts';
export { teamRoutes } from './routes.ts';
