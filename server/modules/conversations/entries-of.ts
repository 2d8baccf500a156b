/** What was written, as the log's reader would read it back, for the kinds of events that need nothing joined. */
import type { Event } from '../../../core/events.ts';
import type { Position } from '../../platform/log/cursor.ts';
import type { Entry } from '../../platform/log/entries.ts';
import type { Recorded } from './write.ts';

/** `positions` in the order of the events. */
export function entriesOf(shopId: string, recorded: Recorded[], positions: Position[]): Entry[] {
  let next = 0;
  return recorded.flatMap(({ after: { group, assigneeId }, events }) =>
    events.flatMap((event) => {
      const position = positions[next++]!;
      const delivered = asDelivered(event);
      return delivered ? [{ position, shopId, event: delivered, reach: { group, assigneeId } }] : [];
    }),
  );
}

/** null: its words lie in tables of their own; the reader joins them. */
function asDelivered(event: Event): Event | null {
  switch (event.type) {
    case 'message.posted': {
      const { type, seq, messageId, episodeId, author, authorId, wantsAnswer, conversationId, at } = event;
      const { attachmentId, attachment, quotes, quote } = event;
      const { text = null, clientId = '', authorName = null, authorWorkNumber = null } = event;
      const said = { text, clientId, saidAt: event.saidAt === undefined ? at : event.saidAt };
      const by = { author, authorId, authorName, authorWorkNumber };
      const carried = { ...(attachmentId && { attachmentId, attachment }), ...(quotes && { quotes, quote }) };
      return { type, conversationId, seq, messageId, episodeId, wantsAnswer, at, ...by, ...said, ...carried };
    }
    case 'message.read':
    case 'mood.changed':
    case 'episode.assigned':
    case 'episode.queued':
    case 'episode.snoozed':
    case 'episode.woken':
    case 'episode.urgent':
    case 'wait.late':
      return event;
    default:
      return null;
  }
}
