/**
 * Who of the staff has a conversation before them, and who writes in it: known while their sockets stand, told to one another
 * alone, at whatever node they are, stored nowhere. The customer's side never looks, so nothing of it reaches them.
 */
import type { Person } from '../../../core/team/roles.ts';
import type { LookState, Onlooker, ServerFrame } from '../../../core/wire.ts';
import type { Relay } from '../../platform/relay.ts';
import type { Connection } from '../../platform/sockets/connection.ts';
import { watchElsewhere } from './onlookers-elsewhere.ts';

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

export function watchOnlookers(relay: Relay): Onlookers {
  const byConversation = new Map<string, Map<Place, Looking>>();
  const byPlace = new Map<Place, Set<string>>();
  const elsewhere = watchElsewhere(relay, tellAll, tellHere);

  return {
    look(person, place, conversationId, state) {
      const key = keyOf(person, conversationId);
      // It may have closed while its reach was asked for.
      if (!place.isOpen()) return;
      if (state === 'gone') return leave(place, key);
      const before = byConversation.get(key)?.get(place);
      enter(place, key, { person, state });
      if (before?.state !== state) changed(key, person);
    },
    tell(person, conversationId, frame) {
      const key = keyOf(person, conversationId);
      tellHere(key, person.agentId, frame);
      elsewhere.tell(key, person.agentId, frame);
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
    if (keys.size > mostLooks) leave(place, oldest);
  }

  function leaveAll(place: Place) {
    for (const key of byPlace.get(place) ?? []) leave(place, key);
    byPlace.delete(place);
  }

  function leave(place: Place, key: string) {
    const places = byConversation.get(key);
    const looking = places?.get(place);
    if (!places || !looking) return;
    places.delete(place);
    byPlace.get(place)?.delete(key);
    if (places.size === 0) byConversation.delete(key);
    changed(key, looking.person);
  }

  function changed(key: string, person: Person) {
    const own = rosterOf(lookingAt(key)).find(({ agentId }) => agentId === person.agentId);
    elsewhere.note(key, person, own?.state ?? null);
    tellAll(key);
  }

  function tellAll(key: string) {
    const places = byConversation.get(key);
    if (!places) return;
    const onlookers = rosterOf([...lookingAt(key), ...elsewhere.of(key)]);
    const frame: ServerFrame = { type: 'onlookers', conversationId: idOf(key), onlookers };
    for (const place of places.keys()) place.send(frame);
  }

  function tellHere(key: string, agentId: string, frame: ServerFrame) {
    for (const [place, looking] of byConversation.get(key) ?? [])
      if (looking.person.agentId === agentId) place.send(frame);
  }

  function lookingAt(key: string): Onlooker[] {
    const places = byConversation.get(key)?.values() ?? [];
    return Array.from(places, ({ person: { agentId, name }, state }) => ({ agentId, name, state }));
  }
}

const keyOf = ({ shopId }: { shopId: string }, conversationId: string) => `${shopId} ${conversationId}`;
const idOf = (key: string) => key.slice(key.indexOf(' ') + 1);

/** Each person once, however many places they have; who writes in one of them, writes. */
function rosterOf(looking: readonly Onlooker[]): Onlooker[] {
  const roster = new Map<string, Onlooker>();
  for (const one of looking) if (roster.get(one.agentId)?.state !== 'writing') roster.set(one.agentId, one);
  return [...roster.values()];
}
