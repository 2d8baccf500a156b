/** Routes that read the bytes of their body as they came: a signature is over them. */
import type { FastifyInstance } from 'fastify';
import type { Identify, Route } from './routes.ts';
import { serveRoutes } from './routes.ts';

/** A platform's largest order by far. */
const limitBytes = 4 * 1024 * 1024;

export async function serveRaw(app: FastifyInstance, identify: Identify, routes: Route[]): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limitBytes }, (_request, body, done) =>
      done(null, body),
    );
    scope.addHook('preValidation', async (request) => {
      request.body ??= Buffer.alloc(0);
    });
    serveRoutes(scope, identify, routes);
  });
}
