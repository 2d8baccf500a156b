/** The shape of a shop's settings as they come in; what they mean is checked by `settingsProblems`. */
import { z } from 'zod';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { line } from '../../platform/sockets/frames.ts';

const points = z.int().min(0).max(100);
const seconds = z.int().min(5).max(86_400);
const examples = z.array(line(400).regex(/\S/)).max(20);

const rules = z.record(
  z.string().max(60),
  z.strictObject({
    on: z.boolean().optional(),
    weight: z.enum(['block', 'warn', 'note', 'alert']).optional(),
    points: points.optional(),
  }),
);

export const settingsSchema = z.strictObject({
  rules,
  channels: z.strictObject({ chat: rules, phone: rules }),
  points: z.strictObject({ block: points, warn: points, note: points }),
  repeatPercent: z.int().min(0).max(100),
  meritLimit: points,
  thresholds: z.strictObject({
    remindAgent: z.array(seconds).max(5),
    callSupervisor: seconds,
    finding: seconds,
  }),
  phrases: z
    .array(
      z.strictObject({
        phrase: line(60),
        weight: z.enum(['block', 'warn', 'note']),
        passes: examples,
        fails: examples,
        note: line(400),
      }),
    )
    .max(500),
  leastPrecision: points,
}) as unknown as z.ZodType<StandardSettings>;
