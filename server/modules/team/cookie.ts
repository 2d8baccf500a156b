/** The cookie that a session lives in: no script reads it, no other site sends it. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export const sessionCookie = 'yinuo_session';

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
