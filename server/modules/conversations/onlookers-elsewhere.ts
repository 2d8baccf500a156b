/** Who has a conversation before them at the other nodes: what those say, and what they are told of this one. */
import type { LookState, Onlooker, ServerFrame } from '../../../core/wire.ts';
import type { Relay } from '../../platform/relay.ts';

export interface Elsewhere {
  /** Of one conversation. */
  of(key: string): Onlooker[];
  /** How somebody looks at it from here now; the others are told where it has changed. */
  note(key: string, onlooker: Pick<Onlooker, 'agentId' | 'name'>, state: LookState | null): void;
  /** To the places that a person has at the other nodes. */
  tell(key: string, agentId: string, frame: ServerFrame): void;
}

interface Look {
  key: string;
  agentId: string;
  name: string;
  /** null: not any more. */
  state: LookState | null;
}

interface Told {
  key: string;
  agentId: string;
  frame: ServerFrame;
}

export function watchElsewhere(
  relay: Relay,
  onChange: (key: string) => void,
  onTold: (key: string, agentId: string, frame: ServerFrame) => void,
): Elsewhere {
  /** By conversation, then by node and person. */
  const there = new Map<string, Map<string, Onlooker>>();
  const said = new Map<string, Look>();

  relay.hear('look', ({ key, state, ...onlooker }: Look, node) => {
    const known = there.get(key) ?? new Map<string, Onlooker>();
    const id = `${node} ${onlooker.agentId}`;
    if (state) there.set(key, known.set(id, { ...onlooker, state }));
    else drop(key, known, id);
    onChange(key);
  });
  relay.hear('tell', ({ key, agentId, frame }: Told) => onTold(key, agentId, frame));
  relay.onJoin(() => {
    for (const look of said.values()) relay.say('look', look);
  });
  relay.onLeave((node) => {
    for (const [key, known] of there) {
      const ids = [...known.keys()].filter((id) => id.startsWith(`${node} `));
      for (const id of ids) drop(key, known, id);
      if (ids.length > 0) onChange(key);
    }
  });

  return {
    of: (key) => [...(there.get(key)?.values() ?? [])],
    note(key, { agentId, name }, state) {
      const id = `${key} ${agentId}`;
      if ((said.get(id)?.state ?? null) === state) return;
      const look = { key, agentId, name, state };
      if (state) said.set(id, look);
      else said.delete(id);
      relay.say('look', look);
    },
    tell: (key, agentId, frame) => relay.say('tell', { key, agentId, frame }),
  };

  function drop(key: string, known: Map<string, Onlooker>, id: string) {
    known.delete(id);
    if (known.size === 0) there.delete(key);
  }
}
