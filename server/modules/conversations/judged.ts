/**
 * What the standard said to a reply as it left, kept until the reply comes back through the log:
 * what is recorded is then what the agent was shown, and nobody's words are judged twice.
 */
import type { Finding } from '../../../core/standard/finding.ts';

export interface JudgedMessage {
  shopId: string;
  conversationId: string;
  clientId: string;
  text: string;
}

export interface Judged {
  keep(message: JudgedMessage, findings: Finding[]): void;
  /** Once; null where these words were not judged on this node, or too long ago. */
  take(message: JudgedMessage): Finding[] | null;
}

/** More than are ever between commit and log; on a node that doesn't judge what was said, the oldest go. */
const mostKept = 20_000;

export function keepJudged(): Judged {
  const kept = new Map<string, { text: string; findings: Finding[] }>();
  return {
    keep(message, findings) {
      kept.set(keyOf(message), { text: message.text, findings });
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    },
    take(message) {
      const key = keyOf(message);
      const known = kept.get(key);
      kept.delete(key);
      return known?.text === message.text ? known.findings : null;
    },
  };
}

const keyOf = ({ shopId, conversationId, clientId }: JudgedMessage) =>
  `${shopId} ${conversationId} ${clientId}`;
