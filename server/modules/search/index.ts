/** Finding again what was written. */
export type { Index } from './keep-index.ts';
export { keepIndex } from './keep-index.ts';
export { searchRoutes } from './routes.ts';
export { search } from './search.ts';
