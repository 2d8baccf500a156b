/** The team's door: shops and their settings, sign-in and sessions, presence. */
export { autoCloseRoutes } from './auto-close.ts';
export type { Lease } from './presence.ts';
export { dropExpiredLeases, endLease, leaseMs, listColleagues, renewLease } from './presence.ts';
export type { Session, Sessions } from './sessions.ts';
export { openSessions } from './sessions.ts';
export type { Shop, Shops } from './settings.ts';
export { openShops } from './settings.ts';
export { accountParts, hashPassword, signIn } from './sign-in.ts';
export type { Team } from './routes.ts';
export { sessionCookie, teamRoutes } from './routes.ts';
