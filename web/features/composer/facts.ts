import type { FactsAnswer, Me } from '../../../core/api.ts';
import type { Thread } from '../../../core/conversations/thread.ts';
import type { Facts, Turn } from '../../../core/standard/facts.ts';
import { spokenBy } from '../../../core/standard/language.ts';

/** What the composer's check judges by: the same facts as the server's, as far as the browser has them. */
export function factsFor({ conversation, messages }: Thread, me: Me, answer: FactsAnswer | undefined): Facts {
  const episodeId = conversation.episode?.episodeId;
  const turns = messages
    .filter((message) => message.episodeId === episodeId)
    .map(({ author, text, saidAt }): Turn => ({ from: author, text: text ?? '', at: saidAt ?? undefined }));
  return {
    lang: spokenBy(turns) ?? me.lang,
    channel: 'chat',
    customer: answer?.customer,
    products: answer?.products,
    agreedChanges: answer?.agreedChanges,
    agent: { name: me.name, workNumber: me.workNumber },
    hours: me.hours,
    assignedAt: conversation.assignedAt ?? undefined,
    turns,
  };
}
