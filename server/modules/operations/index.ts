/** The operations' door: what is done to orders, and who moves the money. */
export { ask } from './ask.ts';
export type { Operations } from './context.ts';
export { followSources } from './follow-sources.ts';
export { payByHand } from './pay.ts';
export { photoRoutes, photoUploadRoutes } from './photo-routes.ts';
export { orderPolicyRoutes } from './policy-routes.ts';
export { operationQueueRoutes } from './queue-routes.ts';
export { operationById } from './rows.ts';
export { operationRoutes } from './routes.ts';
export { send } from './send.ts';
export { sign } from './sign.ts';
export { strayRoutes } from './strays/routes.ts';
export { setTill } from './tills/of-shop.ts';
export { tillRoutes } from './till-routes.ts';
export { demoTill } from './tills/demo-till.ts';
export { resumePayments } from './tills/settle.ts';
export type { Till, TillAnswer, TillPayment } from './tills/till.ts';
