/** What stands on the wall beside the conversations: alerts, held replies, findings. Pure. */
import type { HoldAnswer, OpenAlert, OpenFindings } from '../../../core/api.ts';
import type { Event } from '../../../core/events.ts';

export type FindingsSoFar = Omit<OpenFindings, 'conversationId'>;

export interface Wall {
  alerts: readonly OpenAlert[];
  holds: readonly HoldAnswer[];
  findings: ReadonlyMap<string, FindingsSoFar>;
}

export function foldWall(wall: Wall, events: readonly Event[]): Wall {
  return events.reduce(folded, wall);
}

/** What a fetch knows beside what events have told meanwhile: neither takes away from the other. */
export function withFetched(known: Wall['findings'], fetched: readonly OpenFindings[]): Wall['findings'] {
  const all = new Map(known);
  for (const { conversationId, ...found } of fetched) {
    const before = all.get(conversationId);
    if (before?.episodeId !== found.episodeId || before.count < found.count) all.set(conversationId, found);
  }
  return all;
}

/** A customer's words call louder than the clock; among equals the latest is on top. */
export function byUrgency(a: OpenAlert, b: OpenAlert): number {
  return Number(a.cause.kind === 'wait') - Number(b.cause.kind === 'wait') || b.at - a.at;
}

/** Alerts and holds come with words that events don't carry: these must be fetched. */
export const needsWords = (events: readonly Event[]): boolean =>
  events.some(({ type }) => type === 'alert.raised' || type === 'reply.held');

function folded(wall: Wall, event: Event): Wall {
  switch (event.type) {
    case 'alert.raised': {
      if (wall.alerts.some((alert) => alert.alertId === event.alertId)) return wall;
      const { alertId, conversationId, cause, messageSeq, at } = event;
      return {
        ...wall,
        alerts: [
          { alertId, conversationId, cause, messageSeq, at, customerName: null, excerpt: null },
          ...wall.alerts,
        ],
      };
    }
    case 'alert.acknowledged':
      return { ...wall, alerts: wall.alerts.filter((alert) => alert.alertId !== event.alertId) };
    case 'reply.decided':
      return { ...wall, holds: wall.holds.filter((hold) => hold.holdId !== event.holdId) };
    case 'finding.raised': {
      const { conversationId, episodeId, rule, weight } = event;
      if (weight === 'alert') return wall;
      const known = wall.findings.get(conversationId);
      const count = known?.episodeId === episodeId ? known.count + 1 : 1;
      return {
        ...wall,
        findings: new Map(wall.findings).set(conversationId, { count, last: rule, episodeId }),
      };
    }
    default:
      return wall;
  }
}
