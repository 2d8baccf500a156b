/** The conversations' door. */
export { acknowledgeAlert, listOpenAlerts } from './alerts.ts';
export type { Conversations } from './context.ts';
export type { DeskFrame } from './desk-socket.ts';
export { handleDeskFrame } from './desk-socket.ts';
export { listOpenHolds } from './holds.ts';
export { judge } from './judge.ts';
export { listOpenConversations } from './list-open.ts';
export type { LiveFacts } from './live-facts.ts';
export { openLiveFacts } from './live-facts.ts';
export { markReadByCustomer } from './mark-read.ts';
export { postCustomerMessage } from './post-customer-message.ts';
export { readMessages } from './read-thread.ts';
export type { Road } from './road.ts';
export { buildRoad } from './road.ts';
export { routeWaiting } from './route-episode.ts';
export { conversationRoutes } from './routes.ts';
export { scoreDrafts, scoreEpisode } from './score-episode.ts';
export { lateNextAt, sweepWaiting } from './sweep-waiting.ts';
