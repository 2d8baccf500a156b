import type { Conversation, Facts } from './facts.ts';
import type { Message, Scene } from './rule.ts';
import { readingsOf } from './readings.ts';

/** An episode that goes on. */
export function openScene(facts: Facts, now: number): Scene {
  return { facts, turns: facts.turns, now, closed: false, ...readingsOf(facts.turns) };
}

/** An episode as it stands when somebody reviews it. */
export function closedScene(conversation: Conversation, now: number): Scene {
  return { ...openScene(conversation, now), ended: conversation.ended, closed: true };
}

/** The same episode as it was before a turn was sent. */
export function sceneBefore(scene: Scene, turn: number): Scene {
  return { ...scene, turns: scene.turns.slice(0, turn), closed: false };
}

export function messageAt(scene: Scene, turn: number): Message {
  const said = scene.turns[turn];
  if (!said) throw new RangeError(`no turn ${turn} in an episode of ${scene.turns.length}`);
  return { ...said, turn, view: scene.view(turn) };
}
