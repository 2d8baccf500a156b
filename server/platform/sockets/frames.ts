/** Frames as they come in: checked before anything reads them. */
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import type { ClientFrame } from '../../../core/wire.ts';
import { maxTextLength } from '../../../core/wire.ts';
import { parse } from '../http/problems.ts';

const id = z.uuid();
export const clientId = z.string().regex(/^[\w-]{8,64}$/);
/** What PostgreSQL can hold: no zero byte, no half of a character. */
export const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'));

/** Words with something in them. */
export const words = line(maxTextLength).regex(/\S/);

/** What a message says: words, or something attached, or both. */
export const said = {
  text: line(maxTextLength),
  attachmentId: z.uuid().optional(),
  quotes: z.int().min(1).max(2_147_483_647).optional(),
};
export const saysSomething = <Shape extends z.ZodObject<typeof said>>(shape: Shape): Shape =>
  shape.refine(({ text, attachmentId }) => attachmentId !== undefined || /\S/.test(text as string), {
    path: ['text'],
  });

/** A message's number in its conversation, as the database counts. */
export const seq = z.int().min(0).max(2_147_483_647);

export const topic = z.enum(['goods', 'order', 'after-sale']);

const frames = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('authenticate'), visitorToken: z.string().max(200) }),
  z.strictObject({
    type: z.literal('subscribe'),
    id: z.string().min(1).max(64),
    topic: z.union([z.literal('inbox'), z.literal('wall'), z.strictObject({ conversation: id })]),
    after: z.string().max(100),
  }),
  z.strictObject({ type: z.literal('unsubscribe'), id: z.string().min(1).max(64) }),
  saysSomething(
    z.strictObject({
      type: z.literal('send'),
      clientId,
      conversationId: id,
      ...said,
      topic: topic.optional(),
    }),
  ),
  z.strictObject({ type: z.literal('typing'), conversationId: id, typing: z.boolean() }),
  z.strictObject({ type: z.literal('read'), conversationId: id, upTo: seq }),
  z.strictObject({ type: z.literal('presence'), state: z.enum(['available', 'away']) }),
  z.strictObject({ type: z.literal('ping') }),
]);

export function parseFrame(text: string): ClientFrame {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse({ code: 'invalid', problems: [{ field: 'frame', problem: 'malformed' }] });
  }
  return parse(frames, value, 'frame');
}

/** What the sender calls a frame that could not be taken, so that the refusal finds its way back. */
export function namesIn(text: string): { clientId: string | null; id?: string } {
  try {
    const { clientId, id } = (JSON.parse(text) ?? {}) as { clientId?: unknown; id?: unknown };
    return { clientId: shortText(clientId) ?? null, id: shortText(id) };
  } catch {
    return { clientId: null };
  }
}

const shortText = (value: unknown) => (typeof value === 'string' && value.length <= 64 ? value : undefined);
