/** A client that folds what it is told stands where the server stands, whatever came in whichever order it was decided. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Event } from '../events.ts';
import { isPublic } from '../events.ts';
import { Refused } from '../refusal.ts';
import type { Group, Person } from '../team/roles.ts';
import { groups } from '../team/roles.ts';
import { apply } from './apply.ts';
import type { Conversation } from './conversation.ts';
import { newConversation } from './conversation.ts';
import { applyToCustomerView } from './customer-view.ts';
import { silenceDrafts } from './silence.ts';
import { snooze, wake, wakeInTime } from './snooze.ts';
import type { Thread } from './thread.ts';
import { applyToThread } from './thread.ts';
import { toCustomer } from './to-customer.ts';
import type { Draft } from './transitions.ts';
import * as transitions from './transitions.ts';

describe('any walk of commands', () => {
  test('leaves the same state to whoever folds its events, from any point on', () => {
    walks(({ states, steps }) => {
      for (let from = 0; from < states.length; from++) {
        const later = steps.slice(from).flat();
        expect(later.reduce(apply, states[from]!)).toEqual(states.at(-1));
      }
    });
  });

  test('changes nothing where its events come a second time', () => {
    walks(({ states, steps }) => {
      const all = steps.flat();
      const last = states.at(-1)!;
      for (const event of all) expect(apply(last, event)).toBe(last);
      const twice = steps.flatMap((events) => [...events, ...events]);
      expect(twice.reduce(apply, states[0]!)).toEqual(last);
      const thread = all.reduce(applyToThread, emptyThread);
      for (const event of all) expect(applyToThread(thread, event)).toBe(thread);
    });
  });

  test('numbers what is public from 1 without gaps, and what is the staff’s by itself', () => {
    walks(({ steps }) => {
      const all = steps.flat();
      const seqs = all.flatMap((event) => (event.type === 'message.posted' ? [event.seq] : []));
      const staffSeqs = all.flatMap((event) => ('staffSeq' in event ? [event.staffSeq] : []));
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
      expect(staffSeqs).toEqual(staffSeqs.map((_, i) => i + 1));
    });
  });

  test('never takes a read mark back, nor past the last message', () => {
    walks(({ states }) => {
      for (const [i, state] of states.entries()) {
        const before = states[Math.max(0, i - 1)]!;
        expect(state.readByAgent).toBeGreaterThanOrEqual(before.readByAgent);
        expect(state.readByCustomer).toBeGreaterThanOrEqual(before.readByCustomer);
        expect(Math.max(state.readByAgent, state.readByCustomer)).toBeLessThanOrEqual(state.seq);
      }
    });
  });

  test('gives the customer every message once and in order, and nothing of the staff’s', () => {
    walks(({ steps }) => {
      const all = steps.flat();
      const told = all.flatMap((event) => toCustomer(event) ?? []);
      expect(told).toHaveLength(all.filter(isPublic).length);
      const empty = { conversationId: 'c', messages: [], seq: 0, readByAgent: 0, readByCustomer: 0 };
      const view = [...told, ...told].reduce(applyToCustomerView, empty);
      expect(view.messages.map(({ seq }) => seq)).toEqual(view.messages.map((_, i) => i + 1));
      expect(view.messages).toHaveLength(view.seq);
      expect(JSON.stringify(told)).not.toMatch(/staffSeq|"e\d+"|lin-id|shen-id/);
    });
  });
});

interface Walk {
  /** `states[i + 1]` is what `steps[i]` made of `states[i]`. */
  states: Conversation[];
  steps: Event[][];
}

function walks(hold: (walk: Walk) => void): void {
  fc.assert(fc.property(fc.array(command, { maxLength: 40 }), (commands) => hold(walk(commands))));
}

function walk(commands: Command[]): Walk {
  const states = [newConversation('c')];
  const steps: Event[][] = [];
  for (const [i, one] of commands.entries()) {
    const before = states.at(-1)!;
    const { conversation, events } = transitions.record(before, draftsOf(one, before, i), one.at);
    states.push(conversation);
    steps.push(events);
  }
  return { states, steps };
}

type Command = {
  kind: keyof typeof commands;
  who: Person;
  to: Person;
  group: Group;
  upTo: number;
  at: number;
};

const lin: Person = {
  shopId: 's',
  agentId: 'lin-id',
  name: '林小满',
  workNumber: '1',
  role: 'agent',
  groups: ['pre-sales'],
};
const shen: Person = { ...lin, agentId: 'shen-id', name: '沈白露', workNumber: '2', role: 'supervisor' };

/** What each command would do; the number makes its ids. */
const commands = {
  customer: (one: Conversation, i: number) =>
    transitions.customerWrites(
      one,
      { messageId: `m${i}`, clientId: `client-${i}`, text: `第${i}句` },
      {
        customerId: 'cu',
        customerName: '小雨',
        channel: 'widget',
        group: 'pre-sales',
        episodeId: `e${i}`,
        wantsAnswer: i % 3 > 0,
      },
    ),
  agent: (one: Conversation, i: number, { who }: Command) =>
    transitions.agentWrites(one, { messageId: `m${i}`, clientId: `client-${i}`, text: '好的' }, who),
  claim: (one: Conversation, _: number, { who }: Command) => transitions.claim(one, who),
  snooze: (one: Conversation, i: number, { who, at }: Command) => snooze(one, i % 2 ? at : null, who),
  wake: (one: Conversation, _: number, { who }: Command) => wake(one, who),
  time: (one: Conversation, _: number, { at }: Command) => [
    ...wakeInTime(one, at),
    ...silenceDrafts(one, { hours: 'always', autoClose: { afterMinutes: 2, warnMinutes: 1 } }, at),
  ],
  route: (one: Conversation, _: number, { to }: Command) => transitions.route(one, to.agentId),
  assign: (one: Conversation, _: number, { to }: Command) => transitions.assign(one, to.agentId, shen),
  transfer: (one: Conversation, i: number, { who, to, group }: Command) =>
    transitions.transfer(one, i % 2 ? { agentId: to.agentId } : { group }, who, {
      noteId: `n${i}`,
      text: '交接',
    }),
  takeOver: (one: Conversation) => transitions.takeOver(one, shen),
  resolve: (one: Conversation, _: number, { who }: Command) => transitions.resolve(one, who),
  read: (one: Conversation, i: number, { upTo }: Command) =>
    transitions.read(one, i % 2 ? 'agent' : 'customer', upTo, i % 4),
  staff: (one: Conversation, i: number) => (one.episode ? staffDrafts(one.episode.episodeId, i) : []),
} satisfies Record<string, (one: Conversation, i: number, command: Command) => Draft[]>;

/** Everything that judging, supervising and scoring leave behind. */
function staffDrafts(episodeId: string, i: number): Draft[] {
  const place = { rule: 'complaint.sensitive', messageSeq: 1 } as const;
  const all: Draft[] = [
    { type: 'note.added', noteId: `n${i}`, kind: 'whisper', authorId: shen.agentId, text: '先道歉' },
    {
      type: 'finding.raised',
      findingId: `f${i}`,
      episodeId,
      weight: 'alert',
      moment: 'live',
      start: 0,
      end: 2,
      ...place,
    },
    { type: 'finding.settled', findingId: `f${i}`, verdict: 'wrong', byId: shen.agentId },
    { type: 'alert.raised', alertId: `a${i}`, cause: { kind: 'rule', rule: place.rule }, messageSeq: 1 },
    { type: 'alert.acknowledged', alertId: `a${i}`, byId: shen.agentId },
    { type: 'mood.changed', mood: 'uneasy', messageSeq: 1 },
    { type: 'episode.urgent', episodeId, urgency: 2 },
    { type: 'reply.held', holdId: `h${i}`, agentId: lin.agentId, rules: ['attitude.insult'] },
    { type: 'reply.decided', holdId: `h${i}`, outcome: 'refused', byId: shen.agentId },
    {
      type: 'reply.scheduled',
      scheduledId: `s${i}`,
      agentId: lin.agentId,
      sendAt: 100 - i,
      evenIfWritten: false,
    },
    {
      type: 'reply.scheduled',
      scheduledId: `s${i}`,
      agentId: lin.agentId,
      sendAt: 200 - i,
      evenIfWritten: true,
    },
    {
      type: 'reply.unscheduled',
      scheduledId: `s${i - 1}`,
      agentId: lin.agentId,
      outcome: 'sent',
      cause: null,
      byId: null,
    },
    { type: 'wait.late', stage: 60, since: 1 },
    { type: 'episode.scored', episodeId, points: 88, veto: null },
  ];
  return all.slice(0, 1 + (i % all.length));
}

function draftsOf(one: Command, state: Conversation, i: number): Draft[] {
  try {
    return commands[one.kind](state, i, one);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

const somebody = fc.constantFrom(lin, shen);
const command: fc.Arbitrary<Command> = fc.record({
  kind: fc.constantFrom(...(Object.keys(commands) as Command['kind'][])),
  who: somebody,
  to: somebody,
  group: fc.constantFrom(...groups),
  upTo: fc.nat(30),
  // A clock may jump: nothing but the shown times may depend on it.
  at: fc.nat(1_000_000),
});

const emptyThread: Thread = {
  conversation: newConversation('c'),
  messages: [],
  notes: [],
  findings: [],
  alerts: [],
  marks: [],
  holds: [],
  scheduled: [],
};
