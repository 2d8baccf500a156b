import { asksAnythingElse, saysFarewell } from '../phone/call.ts';
import type { Rule, Scene } from '../rule.ts';

/** A call ends with "anything else?" and a farewell. */
export const closing: Rule = {
  id: 'phone.closing',
  weight: 'note',
  moments: ['after'],
  says: {
    zh: { title: '电话收尾不完整', reason: '挂机前要问还有没有别的需要，再道别。' },
    en: {
      title: 'Incomplete closing',
      reason: 'Before a call ends, ask for anything else and say goodbye.',
    },
  },
  conversation(scene) {
    const last = scene.turns.findLastIndex(({ from }) => from === 'agent');
    if (scene.facts.channel !== 'phone' || !scene.ended || last < 0 || !hadTheChance(last, scene)) return [];
    if (isHandedOn(last, scene)) return [];
    const complete = (asked(last, scene) || isShort(scene)) && farewellNear(last, scene);
    return complete ? [] : [{ turn: last, ...scene.view(last).markAll() }];
  },
};

/** The caller did not hang up in the middle of the agent's turn to speak. */
function hadTheChance(last: number, { turns, ended, customer }: Scene): boolean {
  const after = turns.slice(last + 1).findIndex(({ from }) => from === 'customer');
  return after < 0 || ended!.by !== 'customer' || customer(last + 1 + after).courtesy !== null;
}

/** Asked after the opening; the offer of help there is not this question. */
function asked(last: number, { turns, view }: Scene): boolean {
  const first = turns.findIndex(({ from }) => from === 'agent');
  return turns.some(({ from }, i) => from === 'agent' && i > first && i <= last && asksAnythingElse(view(i)));
}

function farewellNear(last: number, { turns, view }: Scene): boolean {
  return turns.some(({ from }, i) => from === 'agent' && i >= last - 2 && saysFarewell(view(i)));
}

/** A silent line or a wrong number: there is nothing else to ask for. */
function isShort({ turns, view }: Scene): boolean {
  const said = turns.flatMap(({ from }, i) =>
    from === 'customer' && view(i).hasWords ? [view(i).text] : [],
  );
  return said.length === 0 || said.some((text) => /打错|拨错|wrong number/.test(text));
}

function isHandedOn(last: number, { view }: Scene): boolean {
  return /转接|接[通到]?(?:给)?(?:主管|经理|专员|部门)|为[您你]转|帮[您你]转|\b(?:transfer|put(?:ting)? you through|connect(?:ing)? you)\b/.test(
    view(last).text,
  );
}
