import { exchangeAt } from '../answer.ts';
import type { Rule, Scene } from '../rule.ts';

/** The customer says they will complain, and gets a bare "ok" or is passed on, or asks how and is told nothing. */
export const ignored: Rule = {
  id: 'complaint.ignored',
  weight: 'warn',
  weightAfter: 'note',
  moments: ['live', 'after'],
  says: {
    zh: {
      title: '对投诉不理不睬',
      reason: '顾客说要投诉，回复只有“好的”或直接转走，没有道歉、解释或后续；或者顾客问投诉途径而不给。',
    },
    en: {
      title: 'Complaint ignored',
      reason: 'A complaint met by a bare "ok" or a transfer, or the way to complain withheld.',
    },
  },
  turn(message, scene) {
    const exchange = exchangeAt(message, scene);
    if (!exchange) return [];
    const { asked, answer } = exchange;
    const complains = asked.some((turn) => scene.customer(turn).complains !== null);
    const asksHow = asked.some((turn) => scene.customer(turn).asksForChannel);
    const unmoved = (complains || asksHow) && answer.every((turn) => saysNothing(turn, scene));
    const withheld = asksHow && answer.some((turn) => withholds.test(scene.view(turn).unquoted));
    return unmoved || (withheld && !givesWay(answer, scene)) ? [message.view.markAll()] : [];
  },
};

/** Nothing but assent, a wait or a transfer. */
function saysNothing(turn: number, scene: Scene): boolean {
  const { bareAssent, transfers, soothing, plans, ends } = scene.agent(turn);
  if (bareAssent || !scene.view(turn).hasWords) return true;
  if (soothing.length > 0) return false;
  if (plans.some(({ kind }) => kind !== 'escalate')) return false;
  return (transfers !== null || ends !== null) && !/因为|由于|原因|because|since/.test(scene.view(turn).text);
}

const withholds =
  /(?:没有?|不(?:能|可以|方便|便|清楚|知道|提供|会|告诉|可能)|无法|无可奉告|不予)[^,。!?]{0,10}(?:投诉|电话|渠道|途径|邮箱|提供|告知|方式|号码|告诉)|(?:投诉|电话|渠道|途径|号码)[^,。!?]{0,8}(?:没有?|不(?:能|可以|方便|便|清楚|知道|提供|会)|无法)|\b(?:can't|cannot|won't|don't|not able to|unable to|no)\b.{0,20}\b(?:number|line|channel|email|address|give|share|provide|complaint)/;

/** A number, an address or a place to write to. */
function givesWay(answer: readonly number[], scene: Scene): boolean {
  return answer.some((turn) => /\d{5}|\d{3}-\d{3}|@|https?:|www\./.test(scene.view(turn).text));
}
