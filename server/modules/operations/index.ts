/** The operations' door: what is done to orders, and who moves the money. */
export type { Operations } from './context.ts';
export { photoRoutes, photoUploadRoutes } from './photo-routes.ts';
export { operationQueueRoutes } from './queue-routes.ts';
export { operationRoutes } from './routes.ts';
export { tillRoutes } from './till-routes.ts';
export { demoTill } from './tills/demo-till.ts';
export { resumePayments } from './tills/settle.ts';
export type { Till, TillAnswer, TillPayment } from './tills/till.ts';
