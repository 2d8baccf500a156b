/** Frames as they come in: checked before anything reads them. */
import { z } from 'zod';
import { refuse } from '../../../core/refusal.ts';
import type { ClientFrame } from '../../../core/wire.ts';
import { maxTextLength } from '../../../core/wire.ts';
import { problemsOf } from '../http/problems.ts';

const id = z.uuid();
export const clientId = z.string().regex(/^[\w-]{8,64}$/);
/** Words that can be stored: something in it, nothing PostgreSQL can't hold. */
export const words = z
  .string()
  .max(maxTextLength)
  .regex(/\S/)
  .refine((text) => !text.includes('\0'));

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
  z.strictObject({
    type: z.literal('send'),
    clientId,
    conversationId: id,
    text: words,
    topic: topic.optional(),
  }),
  z.strictObject({ type: z.literal('typing'), conversationId: id, typing: z.boolean() }),
  z.strictObject({ type: z.literal('read'), conversationId: id, upTo: z.int().min(0) }),
  z.strictObject({ type: z.literal('presence'), state: z.enum(['available', 'away']) }),
  z.strictObject({ type: z.literal('ping') }),
]);

export function parseFrame(text: string): ClientFrame {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse({ code: 'invalid', problems: [{ field: '', problem: 'malformed' }] });
  }
  const parsed = frames.safeParse(value);
  if (!parsed.success) refuse({ code: 'invalid', problems: problemsOf(parsed.error) });
  return parsed.data;
}
