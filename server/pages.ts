/** The built desk, the widget's script, and the answers a browser needs before it calls from another page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../core/refusal.ts';
import type { OriginCheck } from './modules/channels/index.ts';

const built = fileURLToPath(new URL('../dist/', import.meta.url));

export async function servePages(http: FastifyInstance, origins: OriginCheck): Promise<void> {
  const web = join(built, 'web');
  const hasWeb = existsSync(join(web, 'index.html'));
  await http.register(fastifyStatic, {
    root: web,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  });
  await http.register(fastifyStatic, {
    root: join(built, 'widget'),
    prefix: '/widget/',
    preCompressed: true,
    decorateReply: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheControl(path));
      // Its later parts are modules, which a browser takes from another origin only with leave.
      reply.header('access-control-allow-origin', '*');
    },
  });
  http.options('/widget/v1/*', { schema: { hide: true } }, async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !(await origins.isKnown(origin)))
      refuse({ code: 'forbidden', permission: 'origin' });
    return reply
      .header('access-control-allow-origin', origin)
      .header('access-control-allow-methods', 'GET, POST, PUT')
      .header('access-control-allow-headers', 'content-type, authorization')
      .header('access-control-max-age', '600')
      .header('vary', 'origin')
      .code(204)
      .send();
  });
  // Every address of the desk is the same page; its router reads the rest.
  http.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const isDesk = !/^\/(api|widget|shop|demo)(\/|$)/.test(request.url);
    if (hasWeb && wantsPage && isDesk)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', web);
    return refuse({ code: 'not-found', what: 'address' });
  });
}

/** Built files carry their hash in the name; what names them is asked for anew. */
const cacheControl = (path: string) =>
  /-[\w-]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
