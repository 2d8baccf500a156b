import type { FastifyRequest } from 'fastify';
import { refuse } from '../../../core/refusal.ts';

/** The visitor's token of a request. */
export function bearer(request: FastifyRequest): string {
  const match = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '');
  return match?.[1] ?? refuse({ code: 'unauthenticated' });
}
