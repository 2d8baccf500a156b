/**
 * Shapes of the HTTP answers under `/api/v1` (desk, cookie session) and `/widget/v1` (visitor token).
 * The server's schemas are held against these types; web, widget and cli read them.
 */
import type { InboxFilter, InboxView } from './conversations/inbox.ts';
import type { Urgency } from './events.ts';
import type { Mood } from './standard/mood.ts';

export type * from './api/conversations.ts';
export type * from './api/customers.ts';
export type * from './api/people.ts';
export type * from './api/search.ts';
export type * from './api/service.ts';
export type * from './api/standard.ts';
export type * from './api/widget.ts';
export type { InboxFilter, InboxView, Urgency, Mood };
