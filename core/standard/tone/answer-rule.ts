import type { AgentReading } from '../agent/reading.ts';
import { readAgent } from '../agent/reading.ts';
import { answerAt } from '../answer.ts';
import type { Message, Rule, Scene } from '../rule.ts';
import type { ToneJudge } from './tone-rule.ts';
import { messageAt } from '../scene.ts';
import type { TextView } from '../text.ts';
import { marksOfTone } from './tone-rule.ts';

/**
 * A rule on wording that the rest of the answer may mend. While it is being written it only hints; the finding stands at
 * the first message that has the tone, once the answer is complete.
 */
export function answerRule(
  parts: Pick<Rule, 'id' | 'weight' | 'says'>,
  judge: ToneJudge,
  mends: (reading: AgentReading, view: TextView) => boolean,
): Rule {
  return {
    ...parts,
    moments: ['send', 'live'],
    hints: true,
    draft(message, scene) {
      const marks = marksOfTone(judge, message, scene);
      if (marks.length === 0 || mends(readAgent(message.view), message.view)) return [];
      return spokenBefore(message, scene).some((turn) => mends(scene.agent(turn), scene.view(turn)))
        ? []
        : marks;
    },
    turn(message, scene) {
      if (message.from !== 'agent') return [];
      const { turns, complete } = answerAt(message.turn, scene);
      if (!complete || turns.some((turn) => mends(scene.agent(turn), scene.view(turn)))) return [];
      const before = spokenBefore(message, scene).map((turn) => messageAt(scene, turn));
      return before.some((one) => marksOfTone(judge, one, scene).length > 0)
        ? []
        : marksOfTone(judge, message, scene);
    },
  };
}

/** What the same answer said before. */
function spokenBefore({ turn }: Message, scene: Scene): number[] {
  return answerAt(turn, scene).turns.filter((one) => one < turn);
}
