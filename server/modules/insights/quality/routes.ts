/** The quality page's routes. An agent sees their own figures alone: each handler narrows by who asks. */
import { z } from 'zod';
import { bands, findingKinds, reviewReasons, sayings } from '../../../../core/quality/bands.ts';
import { groups } from '../../../../core/team/roles.ts';
import type { Route } from '../../../platform/http/routes.ts';
import { route } from '../../../platform/http/routes.ts';
import type { Conversations } from '../../conversations/index.ts';
import { exportQuality } from './export.ts';
import { readQuality } from './figures.ts';
import { listQuality } from './list.ts';
import { readReview } from './review.ts';

const period = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  group: z.enum(groups).optional(),
  agent: z.union([z.uuid(), z.literal('none')]).optional(),
};
const narrowing = {
  ...period,
  band: z.enum(bands).optional(),
  kind: z.enum(findingKinds).optional(),
  rule: z.string().max(60).optional(),
  said: z.enum([...sayings, 'standing']).optional(),
  sort: z.enum(['time', 'score']).optional(),
};
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
};
const lang = { lang: z.enum(['zh', 'en']).default('zh') };

export function qualityRoutes(conversations: Conversations): Route[] {
  const c = conversations;
  return [
    route({
      method: 'GET',
      path: '/api/v1/quality',
      may: 'quality.read',
      summary: 'How well the shop serves: figures by day, group, agent, score and rule',
      query: z.strictObject(period),
      handle: ({ person, query }) => readQuality(c, person, query),
    }),
    route({
      method: 'GET',
      path: '/api/v1/quality/episodes',
      may: 'quality.read',
      summary: 'The episodes behind a figure; with a kind, the findings',
      query: z.strictObject({ ...narrowing, ...page }),
      handle: ({ person, query }) => listQuality(c, person, query),
    }),
    route({
      method: 'GET',
      path: '/api/v1/quality/episodes.csv',
      may: 'quality.read',
      summary: 'The same list as a file for a spreadsheet',
      query: z.strictObject({ ...narrowing, ...lang }),
      async handle({ person, query: { lang: language, ...filter }, reply }) {
        const file = await exportQuality(c, person, filter, language);
        reply.type('text/csv; charset=utf-8');
        reply.header('content-disposition', 'attachment; filename="quality.csv"');
        return file;
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/quality/review',
      may: 'findings.judge',
      summary: 'What should be reviewed next, and why',
      query: z.strictObject({ reason: z.enum(reviewReasons).optional() }),
      handle: ({ person, query }) => readReview(c, person, query.reason),
    }),
  ];
}
