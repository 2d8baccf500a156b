/** Routes whose body is a file: its bytes come as a stream, and no limit but the route's own holds for them. */
import type { IncomingMessage } from 'node:http';
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
    scope.addHook('onResponse', async ({ raw }) => readPast(raw));
    serveRoutes(scope, identify, routes);
  });
}

const readPastMs = 2_000;

/**
 * A refusal may be said before the last byte has come. The rest is read past for a moment, since a line that is cut at once may lose
 * the refusal; then it is cut: a line whose request never ends would keep the server from stopping.
 */
function readPast(request: IncomingMessage): void {
  if (request.complete) return;
  const cut = setTimeout(() => request.socket.destroy(), readPastMs);
  request.once('close', () => clearTimeout(cut)).resume();
}

/** The body of such a route; refuses a request that has none. */
export function bytesOf(request: FastifyRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  return refuse({ code: 'invalid', problems: [{ field: 'file', problem: 'missing' }] });
}
