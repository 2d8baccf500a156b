/** What people, accounts and links are written with. */
import { z } from 'zod';
import { groups, roles } from '../../../core/team/roles.ts';
import { line } from '../../platform/sockets/frames.ts';

/** As it is signed in with: lower case and half width, so that one account is one account however it is typed. */
export const login = line(40)
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]+$/u)
  .refine((text) => text === text.normalize('NFKC'));
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);
export const personName = line(40).regex(/^\S(.*\S)?$/u);
export const shopName = line(60).regex(/^\S(.*\S)?$/u);
export const password = line(200).min(1);
export const token = line(200).min(1);

const oneOfGroups = z.enum(groups);
export const details = {
  name: personName,
  workNumber: z.string().regex(/^[\w-]{1,20}$/),
  role: z.enum(roles),
  groups: z.array(oneOfGroups).max(groups.length),
  capacity: z.int().min(0).max(100),
};
export const nothing = z.strictObject({}).nullish();
