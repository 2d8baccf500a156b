/** A rule that threw while a draft was judged: supervisors are told, once for each rule and conversation in a while. */
import { v7 as uuid } from 'uuid';
import type { RuleId } from '../core/standard/finding.ts';
import type { Road } from './modules/conversations/index.ts';

const told = new Set<string>();

export function reportRuleFailure(
  road: Road,
  failure: { shopId: string; conversationId: string; rule: string; error: unknown },
  onFailure: (error: unknown) => void,
): void {
  const { shopId, conversationId, error } = failure;
  onFailure(error);
  const key = `${conversationId} ${failure.rule}`;
  if (told.has(key)) return;
  if (told.size > 1000) told.clear();
  told.add(key);
  const rule = failure.rule as RuleId;
  road
    .take({
      shopId,
      conversationId,
      decide: () => [
        { type: 'alert.raised', alertId: uuid(), cause: { kind: 'rule-failed', rule }, messageSeq: null },
      ],
    })
    .catch((failed) => {
      told.delete(key);
      onFailure(failed);
    });
}
