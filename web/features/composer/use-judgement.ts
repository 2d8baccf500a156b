import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import { useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { factsFor } from './facts.ts';

/** What the server said about exactly this text. */
export type ServerBlock = { text: string; refusal: Extract<Refusal, { code: 'blocked' }> } | null;

export interface Judgement {
  findings: Finding[];
  suggestions: string[];
  blocked: boolean;
}

const nothing: Judgement = { findings: [], suggestions: [], blocked: false };

/** Judges the draft while it is typed; where the server knew more, its word stands until the text changes. */
export function useJudgement(thread: ThreadAnswer, text: string, serverBlock: ServerBlock) {
  const me = useMe();
  const { conversationId, seq } = thread.conversation;
  const queries = useQueryClient();
  const { data: answer } = useQuery({
    queryKey: ['facts', conversationId],
    queryFn: () => api.facts(conversationId),
    staleTime: 60_000,
    gcTime: 0,
  });
  // What was said last may name another product, or prove whose an order is.
  const judgedAt = useRef(seq);
  useEffect(() => {
    if (judgedAt.current === seq) return;
    judgedAt.current = seq;
    void queries.invalidateQueries({ queryKey: ['facts', conversationId] });
  }, [queries, conversationId, seq]);
  const facts = useMemo(() => factsFor(thread, me, answer), [thread, me, answer]);
  const inForce = answer?.standard;
  const { data: standard } = useQuery({
    queryKey: ['judge'],
    queryFn: () => import('./judge.ts'),
    staleTime: Infinity,
  });
  // As the server has it; until it is here, the standard without what the shop has changed.
  const rules = useMemo(
    () => standard && inForce && standard.standardOf(inForce).rules[facts.channel],
    [standard, inForce, facts.channel],
  );

  const judge = useCallback(
    (draft: string): Judgement => {
      // Before all else: what blocks a reply without a word is the name of its file.
      if (serverBlock?.text === draft) {
        const { findings, suggestions } = serverBlock.refusal;
        return { findings, suggestions, blocked: true };
      }
      if (draft.trim() === '') return nothing;
      // Still on its way: the server judges whatever is sent meanwhile.
      if (!standard) return nothing;
      const now = Date.now();
      const found = standard.check({ text: draft, at: now }, facts, now, { rules });
      // Whose number it is can only be told from the customer's own; until those are here the server alone judges it.
      const findings = answer ? found : found.filter(({ rule }) => rule !== 'redline.privacy');
      const suggestions =
        findings.length > 0 ? standard.suggest({ text: draft }, findings, facts, now, { rules }) : [];
      return { findings, suggestions, blocked: findings.some(blocks) };
    },
    [facts, rules, answer, serverBlock, standard],
  );

  const settled = useDeferredValue(text);
  return { judge, shown: useMemo(() => judge(settled), [judge, settled]), shownFor: settled };
}

const blocks = (finding: Finding) => finding.weight === 'block' && finding.hint !== true;
