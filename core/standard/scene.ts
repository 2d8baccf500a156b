import type { Conversation, Facts, Turn } from './facts.ts';
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

/** Every turn in order, with the same episode as it was before it: one list that grows, so that nothing is read twice. */
export function* eachBefore(scene: Scene): Generator<{ message: Message; before: Scene }> {
  const turns: Turn[] = [];
  const before: Scene = { ...scene, turns, closed: false };
  for (const [turn, said] of scene.turns.entries()) {
    yield { message: messageAt(scene, turn), before };
    turns.push(said);
  }
}

export function messageAt(scene: Scene, turn: number): Message {
  const said = scene.turns[turn];
  if (!said) throw new RangeError(`no turn ${turn} in an episode of ${scene.turns.length}`);
  return { ...said, turn, view: scene.view(turn) };
}
