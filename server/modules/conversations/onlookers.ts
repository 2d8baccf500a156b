/**
 * Who of the staff has a conversation before them, and who writes in it: known while their sockets stand, told to one another
 * alone, stored nowhere. The customer's side never looks, so nothing of it reaches them.
 */
import type { Person } from '../../../core/team/roles.ts';
import type { LookState, Onlooker, ServerFrame } from '../../../core/wire.ts';
import type { Connection } from '../../platform/sockets/connection.ts';

export interface Onlookers {
  look(
    person: Person,
    connection: Pick<Connection, 'send' | 'onClose' | 'isOpen'>,
    conversationId: string,
    state: LookState | 'gone',
  ): void;
  /** To all places where this person has the conversation before them. */
  tell(person: Pick<Person, 'shopId' | 'agentId'>, conversationId: string, frame: ServerFrame): void;
}

type Place = Parameters<Onlookers['look']>[1];
interface Looking {
  person: Person;
  state: LookState;
}

/** More than a desk shows at once: the oldest is let go. */
const mostLooks = 20;

export function watchOnlookers(): Onlookers {
  const byConversation = new Map<string, Map<Place, Looking>>();
  const byPlace = new Map<Place, Set<string>>();

  return {
    look(person, place, conversationId, state) {
      const key = keyOf(person, conversationId);
      // It may have closed while its reach was asked for.
      if (!place.isOpen()) return;
      if (state === 'gone') return leave(place, key, conversationId);
      const before = byConversation.get(key)?.get(place);
      enter(place, key, { person, state });
      if (before?.state !== state) tellAll(key, conversationId);
    },
    tell(person, conversationId, frame) {
      for (const [place, looking] of byConversation.get(keyOf(person, conversationId)) ?? [])
        if (looking.person.agentId === person.agentId) place.send(frame);
    },
  };

  function enter(place: Place, key: string, looking: Looking) {
    let keys = byPlace.get(place);
    if (!keys) {
      byPlace.set(place, (keys = new Set()));
      place.onClose(() => leaveAll(place));
    }
    keys.add(key);
    const places = byConversation.get(key) ?? new Map<Place, Looking>();
    byConversation.set(key, places.set(place, looking));
    const oldest = keys.values().next().value!;
    if (keys.size > mostLooks) leave(place, oldest, idOf(oldest));
  }

  function leaveAll(place: Place) {
    for (const key of byPlace.get(place) ?? []) leave(place, key, idOf(key));
    byPlace.delete(place);
  }

  function leave(place: Place, key: string, conversationId: string) {
    const places = byConversation.get(key);
    if (!places?.delete(place)) return;
    byPlace.get(place)?.delete(key);
    if (places.size === 0) byConversation.delete(key);
    else tellAll(key, conversationId);
  }

  function tellAll(key: string, conversationId: string) {
    const places = byConversation.get(key) ?? new Map<Place, Looking>();
    const frame: ServerFrame = { type: 'onlookers', conversationId, onlookers: rosterOf(places.values()) };
    for (const place of places.keys()) place.send(frame);
  }
}

const keyOf = ({ shopId }: { shopId: string }, conversationId: string) => `${shopId} ${conversationId}`;
const idOf = (key: string) => key.slice(key.indexOf(' ') + 1);

/** Each person once, however many places they have; who writes in one of them, writes. */
function rosterOf(looking: Iterable<Looking>): Onlooker[] {
  const roster = new Map<string, Onlooker>();
  for (const { person, state } of looking) {
    const known = roster.get(person.agentId);
    if (known?.state === 'writing') continue;
    roster.set(person.agentId, { agentId: person.agentId, name: person.name, state });
  }
  return [...roster.values()];
}
