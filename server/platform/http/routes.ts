/**
 * Routes as tables: each line says who may call it. Nothing is reachable that does not say so,
 * and the test that walks every route with foreign credentials reads the same tables.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import type { Permission, Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import { compress } from './compress.ts';

/** `public`: anybody; `signed-in`: whoever has a session; else the permission. */
export type Access = 'public' | 'signed-in' | Permission;

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  may: Access;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  status?: number;
  /** Holds no word that a person wrote, and may be compressed: see compress.ts. */
  wordless?: true;
  handle(call: Call<z.output<Params>, z.output<Query>, z.output<Body>>): Promise<unknown>;
}

export interface Call<Params, Query, Body> {
  /** Present on every route that is not public. */
  person: Person;
  sessionId: string;
  params: Params;
  query: Query;
  body: Body;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Keeps the types of one line together. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  line: Route<P, Q, B>,
): Route {
  return line as unknown as Route;
}

/** Finds out who calls; null: nobody who is signed in. */
export type Identify = (
  request: FastifyRequest,
) => Promise<{ person: Person; sessionId: string; expiresAt: number } | null>;

export function serveRoutes(app: FastifyInstance, identify: Identify, routes: Route[]): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  for (const line of routes) {
    const { method, path, may: access, summary, params, query, body, status, wordless, handle } = line;
    typed.route({
      method,
      url: path,
      exposeHeadRoute: false,
      schema: {
        summary,
        description: `May call it: ${access}.`,
        tags: [path.split('/')[3] ?? 'system'],
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
      },
      // Before the body is read, so that what a stranger may not do does not depend on what they send.
      onRequest: async (request) => {
        if (access === 'public') return;
        const session = await identify(request);
        if (!session) refuse({ code: 'unauthenticated' });
        if (access !== 'signed-in' && !may(session.person, access))
          refuse({ code: 'forbidden', permission: access });
        Object.assign(request, { session });
      },
      ...(wordless && { onSend: compress }),
      handler: async (request, reply) => {
        const { session } = request as { session?: { person: Person; sessionId: string } };
        const answer = await handle({
          person: session?.person as Person,
          sessionId: session?.sessionId ?? '',
          params: request.params,
          query: request.query,
          body: request.body,
          request,
          reply,
        });
        return reply.sent ? reply : reply.code(status ?? (answer === undefined ? 204 : 200)).send(answer);
      },
    });
  }
}
