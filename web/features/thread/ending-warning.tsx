import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ThreadAnswer } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { factsFor } from '../composer/facts.ts';

/**
 * What the standard says to ending this conversation, or passing it on, just now; nothing where it is fine. Whoever asks lets
 * nobody press on while it is looked up: it would push the button from under the hand.
 */
export function useEnding(thread: ThreadAnswer, asked: boolean) {
  const me = useMe();
  const { conversationId, seq } = thread.conversation;
  const { data: findings = [], isLoading } = useQuery({
    queryKey: ['ending', conversationId, seq],
    queryFn: async () => {
      const [standard, answer] = await Promise.all([
        import('../composer/judge.ts'),
        api.facts(conversationId),
      ]);
      const facts = factsFor(thread, me, answer);
      const { rules } = standard.standardOf(answer.standard);
      return standard.checkEnding(facts, Date.now(), { rules: rules[facts.channel] });
    },
    enabled: asked,
    gcTime: 0,
  });
  return { findings, isLoading };
}

export function EndingWarning({ findings }: Pick<ReturnType<typeof useEnding>, 'findings'>) {
  const { lang } = usePreferences();
  return findings.map(({ rule }) => {
    const { title, reason } = ruleWords(rule, lang);
    return (
      <Alert
        key={rule}
        type="warning"
        showIcon
        title={title}
        description={reason}
        className="ending-warning"
        data-testid="ending-warning"
      />
    );
  });
}
