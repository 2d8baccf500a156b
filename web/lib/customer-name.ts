import type { Translate } from '../words/index.ts';

/** Who nobody knows by name is told apart by the end of the conversation's id. */
export function customerName(
  conversation: { customerName: string | null; conversationId: string },
  t: Translate,
): string {
  return conversation.customerName ?? t('customer.visitor', { tail: conversation.conversationId.slice(-4) });
}
