/** What supervisors look at. */
import type { Route } from '../../platform/http/routes.ts';
import { route } from '../../platform/http/routes.ts';
import type { Conversations } from '../conversations/index.ts';
import { qualityRoutes } from './quality/routes.ts';
import { standardInsightRoutes } from './standard-routes.ts';
import { readWall } from './wall.ts';

export { keepCase } from './cases.ts';
export { askForFigures, ensureFigures, keepFigures, recount } from './quality/keep.ts';
export { pullTeeth } from './rule-standings.ts';

export function insightRoutes(conversations: Conversations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/wall',
      may: 'wall.watch',
      summary: 'Everything open, live',
      handle: ({ person }) => readWall(conversations, person),
    }),
    ...qualityRoutes(conversations),
    ...standardInsightRoutes(conversations),
  ];
}
