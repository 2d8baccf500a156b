/** Where a page of what was found ends. */
import { validate as isUuid } from 'uuid';
import { refuse } from '../../../core/refusal.ts';
import type { Dated, DocumentKind } from './documents.ts';

const kinds: readonly DocumentKind[] = ['message', 'note'];

export const keyOf = ({ at, ownerId, kind, seq }: Dated): string => `${at}_${ownerId}_${kind}_${seq}`;

export function parseKey(key: string): Dated {
  const [at, ownerId, kind, seq] = key.split('_');
  const right =
    /^\d{1,14}$/.test(at ?? '') &&
    isUuid(ownerId) &&
    kinds.includes(kind as DocumentKind) &&
    /^\d{1,9}$/.test(seq ?? '');
  if (!right) refuse({ code: 'invalid', problems: [{ field: 'after', problem: 'malformed' }] });
  return { at: Number(at), ownerId: ownerId!, kind: kind as DocumentKind, seq: Number(seq) };
}
