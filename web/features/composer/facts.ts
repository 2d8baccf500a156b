import type { FactsAnswer, Me } from '../../../core/api.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { Facts, Lang } from '../../../core/standard/facts.ts';

/** What the composer's check judges by: the same facts as the server's, as far as the browser has them. */
export function factsFor({ conversation, messages }: Thread, me: Me, answer: FactsAnswer | undefined): Facts {
  const episodeId = conversation.episode?.episodeId;
  return {
    lang: spoken(messages) ?? me.lang,
    channel: 'chat',
    customer: answer?.customer,
    agent: { name: me.name, workNumber: me.workNumber },
    hours: me.hours,
    assignedAt: conversation.assignedAt ?? undefined,
    turns: messages
      .filter((message) => message.episodeId === episodeId)
      .map(({ author, text, saidAt }) => ({ from: author, text: text ?? '', at: saidAt ?? undefined })),
  };
}

/** The language the customer writes: what is proposed to the agent should answer in it. */
function spoken(messages: Thread['messages']): Lang | null {
  const last = messages.findLast(({ author, text }) => author === 'customer' && /\p{L}/u.test(text ?? ''));
  if (!last) return null;
  return /\p{Script=Han}/u.test(last.text ?? '') ? 'zh' : 'en';
}
