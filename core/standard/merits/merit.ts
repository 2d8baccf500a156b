/** A merit is seen once an episode: a review praises before it corrects. */
import type { Lang } from '../facts.ts';
import type { RuleId } from '../finding.ts';
import type { Mark, Message, Rule, Scene } from '../rule.ts';
import { messageAt } from '../scene.ts';

export interface Merit {
  id: RuleId;
  says: Record<Lang, { title: string; reason: string }>;
  /** The words that earn it in this agent's turn, or null. */
  earned(message: Message, scene: Scene): Mark | null;
}

export function meritRule({ id, says, earned }: Merit): Rule {
  return {
    id,
    says,
    weight: 'note',
    moments: ['after'],
    conversation(scene) {
      for (const [turn, { from }] of scene.turns.entries()) {
        if (from !== 'agent') continue;
        const mark = earned(messageAt(scene, turn), scene);
        if (mark) return [{ turn, ...mark }];
      }
      return [];
    },
  };
}

/** Where a pattern stands in what the agent says themselves, as offsets into the original text. */
export function found({ view }: Message, pattern: RegExp): Mark | null {
  const match = pattern.exec(view.unquoted);
  return match && view.mark(match.index, match.index + match[0].length);
}
