/** The channels' door: the widget is the only one for now. */
export { widgetFileRoutes, widgetUploadRoutes } from './file-routes.ts';
export type { OriginCheck } from './origins.ts';
export { originCheck } from './origins.ts';
export { widgetRoutes } from './routes.ts';
export { widgetSettingsRoutes } from './settings-routes.ts';
export type { StandingBoard } from './standing-board.ts';
export { openStandingBoard } from './standing-board.ts';
export { conversationOf, visitorOf } from './widget-session.ts';
export type { WidgetFrame } from './widget-socket.ts';
export { handleWidgetFrame } from './widget-socket.ts';
