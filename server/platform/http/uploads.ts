/** Routes whose body is a file: its bytes come as a stream, and no limit but the route's own holds for them. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../../../core/refusal.ts';
import type { Identify, Route } from './routes.ts';
import { serveRoutes } from './routes.ts';

const bytes = 'application/octet-stream';

export async function serveUploads(app: FastifyInstance, identify: Identify, routes: Route[]): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(bytes, async (_request: unknown, payload: unknown) => payload);
    serveRoutes(scope, identify, routes);
  });
}

/** The body of such a route; refuses a request that has none. */
export function bytesOf(request: FastifyRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  return refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'missing' }] });
}
