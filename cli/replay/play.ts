/** Plays one conversation: its customer in the shop's page, its agent at the desk, in the order of the file. */
import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from '../../core/refusal.ts';
import type { Conversation, Turn } from '../../core/standard/facts.ts';
import { maxTextLength } from '../../core/wire.ts';
import type { Ack } from '../../live/connection.ts';
import type { Api } from './api.ts';
import type { Desk } from './desk.ts';
import type { Figures, Speaker } from './figures.ts';
import { counted } from './figures.ts';
import type { Team } from './team.ts';
import type { Visitor } from './visitor.ts';
import { openVisitor } from './visitor.ts';

export interface Stage {
  api: Api;
  team: Team;
  figures: Figures;
  url: string;
  shop: string;
  speed: number;
  journal: string | null;
  stop: AbortSignal;
}

/** Between turns without times, before the division by speed. */
const steadyPauseMs = 4_000;
const seenWithinMs = 15_000;

export async function play(stage: Stage, { id, turns, ended }: Conversation): Promise<void> {
  const { api, url, shop, figures } = stage;
  const visitor = await openVisitor(api, url, shop, () => figures.missed++);
  try {
    let last: Ack | null = null;
    for (const [i, turn] of turns.entries()) {
      await rest(stage, turns[i - 1], turn.at);
      // The desk answers customers: it can't begin, and a machine's notices are not said by anybody.
      if (turn.from === 'system' || (turn.from === 'agent' && !last) || !isSendable(turn.text))
        figures.skipped++;
      else if (turn.from === 'customer')
        last = await send(stage, id, 'customer', turn.text, () => visitor.say(turn.text));
      else last = (await answer(stage, id, visitor, turn.text)) ?? last;
    }
    await rest(stage, turns.at(-1), ended?.at);
    if (last) {
      await seen(stage, visitor, last.seq);
      await resolve(stage, visitor);
    }
    figures.played++;
  } finally {
    stage.team.forget(visitor.conversationId);
    visitor.leave();
  }
}

/** The agent's turn; where the standard stops it, the second of its better sentences, as an agent would. */
async function answer(stage: Stage, id: string, visitor: Visitor, text: string): Promise<Ack | null> {
  const { figures, team } = stage;
  const { conversationId } = visitor;
  const agent = await team.agentOf(conversationId);
  if (!agent) return skip(figures);
  try {
    return await send(stage, id, 'agent', text, () => agent.reply(conversationId, text));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    if (refusal.code === 'blocked') return rewrite(stage, id, agent, conversationId, refusal.suggestions);
    // A person at the desk took it meanwhile: the conversation goes on without these words.
    const taken = refusal.code === 'conflict' && refusal.reason !== 'client-id-reused';
    if (!taken) throw error;
    team.forget(conversationId);
    return skip(figures);
  }
}

function rewrite(stage: Stage, id: string, agent: Desk, conversationId: string, suggestions: string[]) {
  stage.figures.blocked++;
  const better = suggestions[1] ?? suggestions[0];
  if (better === undefined) return skip(stage.figures);
  return send(stage, id, 'agent', better, () => agent.reply(conversationId, better));
}

async function resolve({ team, figures }: Stage, { conversationId }: Visitor): Promise<void> {
  const agent = await team.agentOf(conversationId);
  try {
    await agent?.post(`/api/v1/conversations/${conversationId}/resolve`);
  } catch (error) {
    // Closed already: by a first try whose answer was lost, or by a person.
    if (error instanceof Refused && error.refusal.code === 'conflict') return;
    throw error;
  }
  if (!agent) skip(figures);
}

function send(stage: Stage, id: string, from: Speaker, text: string, say: () => Promise<Ack>): Promise<Ack> {
  return counted(stage.figures, stage.journal, { case: id, from, text }, say);
}

function skip(figures: Figures): null {
  figures.skipped++;
  return null;
}

/** The customer must see what was acknowledged. */
async function seen({ figures, stop }: Stage, visitor: Visitor, seq: number): Promise<void> {
  const deadline = performance.now() + seenWithinMs;
  while (visitor.seen() < seq) {
    if (performance.now() > deadline) return void figures.missed++;
    await pause(20, undefined, { signal: stop });
  }
}

async function rest({ speed, stop }: Stage, before: Turn | undefined, at: number | undefined): Promise<void> {
  const known = before?.at !== undefined && at !== undefined;
  const ms = before === undefined ? 0 : known ? Math.max(0, at - before.at!) : steadyPauseMs;
  await pause(ms / speed, undefined, { signal: stop });
}

/** What both protocols take as a message. */
function isSendable(text: string): boolean {
  return /\S/.test(text) && text.length <= maxTextLength && !text.includes('\0') && text.isWellFormed();
}
