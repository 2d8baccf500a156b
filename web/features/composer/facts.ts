import type { FactsAnswer, Me } from '../../../core/api.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { Facts } from '../../../core/standard/facts.ts';

/** What the composer's check judges by: the same facts as the server's, as far as the browser has them. */
export function factsFor({ conversation, messages }: Thread, me: Me, answer: FactsAnswer | undefined): Facts {
  const episodeId = conversation.episode?.episodeId;
  return {
    lang: me.lang,
    channel: 'chat',
    customer: answer?.customer,
    products: answer?.products,
    agent: { name: me.name, workNumber: me.workNumber },
    hours: me.hours,
    assignedAt: conversation.assignedAt ?? undefined,
    turns: messages
      .filter((message) => message.episodeId === episodeId)
      .map(({ author, text, saidAt }) => ({ from: author, text: text ?? '', at: saidAt ?? undefined })),
  };
}
