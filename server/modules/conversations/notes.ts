/** What only the shop's people read: notes of anybody, a supervisor's whisper. */
import { v7 as uuid } from 'uuid';
import type { DoneAnswer } from '../../../core/api.ts';
import type { Person } from '../../../core/team/roles.ts';
import type { Conversations } from './context.ts';
import { change } from './ownership.ts';

export function addNote(
  conversations: Pick<Conversations, 'road'>,
  person: Person,
  conversationId: string,
  kind: 'note' | 'whisper',
  text: string,
): Promise<DoneAnswer> {
  const noteId = uuid();
  return change(conversations, person, conversationId, () => [
    { type: 'note.added', noteId, kind, authorId: person.agentId, authorName: person.name, text },
  ]);
}
