import { asksAnythingElse, endOfTurn, saysFarewell } from '../phone/call.ts';
import type { Rule, Scene } from '../rule.ts';
import { isDissatisfied } from '../mood.ts';

/** How long the agent waits between the steps to a silent line, in milliseconds. */
const pause = 5_000;

/** The agent hung up without the steps that the situation asks for. */
export const hangUp: Rule = {
  id: 'phone.hang-up',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: {
      title: '擅自挂机',
      reason: '客服先挂电话，却没有走完该走的步骤：问还有没有需要、道别，听不到声音时要问两遍。',
    },
    en: {
      title: 'Hung up early',
      reason:
        'The agent ended the call without the steps: anything else, goodbye; on a silent line, ask twice first.',
    },
  },
  conversation(scene) {
    const last = scene.turns.findLastIndex(({ from }) => from === 'agent');
    if (scene.facts.channel !== 'phone' || scene.ended?.by !== 'agent' || last < 0) return [];
    const inOrder = isSilent(scene) ? askedTwice(last, scene) : tookLeave(last, scene);
    return inOrder ? [] : [{ turn: last, ...scene.view(last).markAll() }];
  },
};

/** Nothing was heard of the caller, or nothing since the agent began to ask. */
function isSilent({ turns, view }: Scene): boolean {
  const spoke = turns.findLastIndex(({ from }, i) => from === 'customer' && view(i).hasWords);
  return turns.slice(spoke + 1).filter(({ from }) => from === 'agent').length >= (spoke < 0 ? 1 : 3);
}

/** Asked, asked again, said goodbye, with five seconds after each. */
function askedTwice(last: number, { turns, view, ended }: Scene): boolean {
  const own = turns.filter(({ from }) => from === 'agent');
  if (own.length < 3 || !saysFarewell(view(last))) return false;
  const steps = own.slice(-3);
  return steps.every((step, i) => {
    const since = endOfTurn(step);
    const next = i < 2 ? steps[i + 1]!.at : ended?.at;
    return since === undefined || next === undefined || next - since >= pause;
  });
}

/** Said goodbye to a caller who had nothing left to say, or could have said it. */
function tookLeave(last: number, scene: Scene): boolean {
  const { turns, view, customer } = scene;
  if (!saysFarewell(view(last))) return false;
  const after = turns.flatMap(({ from }, i) =>
    i > last && from === 'customer' ? [customer(i).courtesy] : [],
  );
  if (after.length > 0) return !after.includes(null);
  const heard = turns.findLastIndex(({ from }, i) => i < last && from === 'customer');
  if (heard < 0) return false;
  if (customer(heard).courtesy !== null) return true;
  if (customer(heard).asks || isDissatisfied(customer(heard).mood)) return isNuisance(view(last).text);
  return (
    turns.some(({ from }, i) => from === 'agent' && i > 0 && asksAnythingElse(view(i))) ||
    isNuisance(view(last).text)
  );
}

/** A caller who only molests may be told so and left. */
const isNuisance = (text: string) =>
  /骚扰|与(?:业务|服务)无关|恶意|占用线路|\b(?:nuisance|harass|abusive|unrelated to our)/.test(text);
