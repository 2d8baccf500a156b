/** The HTTP server: what holds for every answer — errors, origins, headers, sizes. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Refusal } from '../../../core/refusal.ts';
import { Refused, refuse } from '../../../core/refusal.ts';
import { langOf, parse, problemDetails } from './problems.ts';

const bodyLimit = 256 * 1024;

export interface HttpOptions {
  version: string;
  /** Told of errors that are nobody's refusal: they are ours. */
  onFailure(error: unknown): void;
}

export async function buildHttp({ version, onFailure }: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    // `__proto__` in a body or a query is an error, not a property.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { querystringParser: plainQuery },
  });
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart = 'body' }) => (data) => {
    return { value: parse(schema, data, httpPart) };
  });
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    const refusal = refusalOf(error);
    if (!refusal) onFailure(error);
    const problem = problemDetails(
      refusal ?? { code: 'unavailable', part: 'server' },
      langOf(request.headers['accept-language']),
    );
    if (refusal?.code === 'too-many') reply.header('retry-after', refusal.retryAfterSeconds);
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  });
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      requireSameOrigin(request.headers, request.url);
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its theme as style elements; scripts have no such leave.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The widget's script is there to be embedded by other origins.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    // Plain http on the shop's own network must go on working.
    strictTransportSecurity: false,
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Yinuo', version } },
    transform: jsonSchemaTransform,
  });
  return app;
}

/** A browser says where a request comes from; one from another page is not the desk's own. The widget's calls carry no cookie and check for themselves. */
function requireSameOrigin(headers: { origin?: string; host?: string }, url: string): void {
  if (url.startsWith('/widget/')) return;
  if (headers.origin !== undefined && !isSameOrigin(headers.origin, headers.host)) {
    refuse({ code: 'forbidden', permission: 'origin' });
  }
}

export function isSameOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Values as strings: `a[b]=c` is no object. A name given twice becomes a list, which no route accepts;
 * refusing it here would leave the request without an answer. Without a prototype, `__proto__` is a name like others.
 */
function plainQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

/** null: not foreseen, so ours. */
function refusalOf(error: FastifyError | Refused): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  if (error.statusCode === 413) return { code: 'too-large', limitBytes: bodyLimit };
  if (error.statusCode === 415)
    return { code: 'invalid', problems: [{ field: 'content-type', problem: 'not-allowed' }] };
  if (error.statusCode && error.statusCode < 500)
    return { code: 'invalid', problems: [{ field: 'body', problem: 'malformed' }] };
  return null;
}
