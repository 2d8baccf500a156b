/**
 * Smaller answers, for those alone that say they may be: whoever watches the line learns an answer's compressed length,
 * and where a stranger's words stand in it beside somebody's secret, that length tells how well the two agree (BREACH). So
 * nothing that a customer or a colleague wrote is ever compressed.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Below this it would fit into the same few packets. */
const worthBytes = 4096;
const pack = promisify(gzip);

export async function compress(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  reply.header('vary', 'accept-encoding');
  if (typeof payload !== 'string' || payload.length < worthBytes || !takesGzip(request)) return payload;
  const packed = await pack(payload);
  reply.header('content-encoding', 'gzip').header('content-length', packed.length);
  return packed;
}

const takesGzip = ({ headers }: FastifyRequest) =>
  /(?:^|,)\s*gzip\s*(?:;\s*q=(?:1|0?\.0*[1-9])[\d.]*\s*)?(?:,|$)/i.test(
    String(headers['accept-encoding'] ?? ''),
  );
