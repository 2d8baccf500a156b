import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../core/conversations/conversation.ts';
import type { Event } from '../../../core/events.ts';
import { orderOf } from './wall-order.ts';
import { byUrgency, foldWall, needsWords, type Wall } from './wall.ts';

const empty: Wall = { alerts: [], holds: [], findings: new Map() };
const raised: Event = {
  type: 'alert.raised',
  conversationId: 'a',
  staffSeq: 1,
  at: 5,
  alertId: 'alert',
  cause: { kind: 'rule', rule: 'complaint.sensitive' },
  messageSeq: 2,
};
const finding = (episodeId: string, weight: 'warn' | 'alert'): Event => ({
  type: 'finding.raised',
  conversationId: 'a',
  staffSeq: 2,
  at: 6,
  findingId: 'f',
  episodeId,
  rule: 'attitude.rhetorical',
  weight,
  moment: 'live',
  messageSeq: 3,
  start: 0,
  end: 1,
});

describe('the wall', () => {
  it('shows an alert at once, before its words are there', () => {
    const wall = foldWall(empty, [raised]);
    expect(wall.alerts).toMatchObject([{ alertId: 'alert', excerpt: null }]);
    expect(needsWords([raised])).toBe(true);
  });

  it('shows an alert that comes twice once, and takes it away when somebody has it', () => {
    const wall = foldWall(empty, [raised, raised]);
    expect(wall.alerts).toHaveLength(1);
    const taken: Event = {
      type: 'alert.acknowledged',
      conversationId: 'a',
      staffSeq: 3,
      at: 9,
      alertId: 'alert',
      byId: 'he',
    };
    expect(foldWall(wall, [taken]).alerts).toEqual([]);
  });

  it('counts the findings of the present episode; an alert is told by itself', () => {
    const wall = foldWall(empty, [finding('e1', 'warn'), finding('e1', 'warn'), finding('e1', 'alert')]);
    expect(wall.findings.get('a')).toMatchObject({ count: 2, last: 'attitude.rhetorical' });
    expect(foldWall(wall, [finding('e2', 'warn')]).findings.get('a')?.count).toBe(1);
  });

  it('puts what a customer said above what the clock says, and the latest on top', () => {
    const alert = (alertId: string, at: number, kind: 'rule' | 'wait') => ({
      alertId,
      at,
      conversationId: 'a',
      customerName: null,
      messageSeq: null,
      excerpt: null,
      cause:
        kind === 'rule'
          ? ({ kind, rule: 'complaint.sensitive' } as const)
          : ({ kind, seconds: 240 } as const),
    });
    const alerts = [alert('early', 1, 'rule'), alert('wait', 9, 'wait'), alert('late', 5, 'rule')];
    expect(alerts.toSorted(byUrgency).map(({ alertId }) => alertId)).toEqual(['late', 'early', 'wait']);
  });

  it('shows first what calls for a person', () => {
    const row = (id: string, more: object) => ({ ...newConversation(id), ...more });
    const rows = [
      row('calm', { waitingSince: 5 }),
      row('longest', { waitingSince: 1 }),
      row('angry', { mood: 'strong' }),
      row('held', { heldReplies: 1 }),
      row('alert', { openAlerts: 1 }),
    ];
    expect(rows.toSorted(orderOf.concern).map(({ conversationId }) => conversationId)).toEqual([
      'alert',
      'held',
      'angry',
      'longest',
      'calm',
    ]);
  });
});
