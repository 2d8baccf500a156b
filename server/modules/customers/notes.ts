/** What colleagues should know of a customer whenever they come: stays beside all their conversations. */
import { v7 as uuid } from 'uuid';
import type { CustomerNote } from '../../../core/api.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Person } from '../../../core/team/roles.ts';
import { may } from '../../../core/team/roles.ts';
import type { Tx } from '../../platform/database/pool.ts';

const mostNotes = 50;

export function readNotes(tx: Tx, shopId: string, customerId: string): Promise<CustomerNote[]> {
  return tx.query(
    `select n.note_id as "noteId", n.text, n.author_id as "authorId", a.name as "authorName", n.created_at as at
    from customer_notes n join agents a on a.shop_id = n.shop_id and a.agent_id = n.author_id
    where n.shop_id = $1 and n.customer_id = $2 order by n.note_id desc`,
    [shopId, customerId],
  );
}

export async function addCustomerNote(
  tx: Tx,
  { shopId, agentId }: Person,
  customerId: string,
  text: string,
  now: number,
): Promise<void> {
  const notes = await readNotes(tx, shopId, customerId);
  if (notes.length >= mostNotes)
    refuse({ code: 'invalid', problems: [{ field: 'note', problem: 'too-long', limit: mostNotes }] });
  tx.send(
    'insert into customer_notes (shop_id, note_id, customer_id, author_id, text, created_at) values ($1, $2, $3, $4, $5, $6)',
    [shopId, uuid(), customerId, agentId, text, new Date(now)],
  );
}

/** By whoever wrote it, or who looks after their work. */
export async function dropCustomerNote(
  tx: Tx,
  person: Person,
  customerId: string,
  noteId: string,
): Promise<void> {
  const note = (await readNotes(tx, person.shopId, customerId)).find((one) => one.noteId === noteId);
  if (!note) refuse({ code: 'not-found', what: 'note' });
  if (note.authorId !== person.agentId && !may(person, 'customers.merge'))
    refuse({ code: 'conflict', reason: 'note-not-yours' });
  tx.send('delete from customer_notes where shop_id = $1 and note_id = $2', [person.shopId, noteId]);
}
