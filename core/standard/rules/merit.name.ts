import { found, meritRule } from '../merits/merit.ts';
import { remembering } from '../history.ts';
import type { Scene } from '../rule.ts';

/** Calls the customer by name or title, and has told who is speaking. */
export const name = meritRule({
  id: 'merit.name',
  says: {
    zh: { title: '称呼顾客并报上姓名', reason: '用姓氏或称谓称呼顾客，也让顾客知道自己是谁、工号多少。' },
    en: { title: 'Names on both sides', reason: 'Calls the customer by name and says who is speaking.' },
  },
  earned(message, scene) {
    if (!isIntroduced(message.turn, scene)) return null;
    const known = scene.facts.customer?.name;
    const named = known && known.length > 1 ? message.text.indexOf(known) : -1;
    return named >= 0 ? { start: named, end: named + known!.length } : found(message, title);
  },
});

const title =
  /[\u4e00-\u9fff](?:先生|女士|小姐|太太|阿姨|老师|总)(?!们)|\b(?:mr|mrs|ms|miss|dr)\.? [a-z]{2,}|\b(?:hi|hello|dear|thank you|thanks),? (?!there|and|for|again|so|you|very|all)[a-z]{3,12}(?=[,.!])/;
const own =
  /工号|我是(?!说|想|在|怕|不|不是|为|按)[^,。!?]{1,12}|我(?:叫|姓)|(?:客服|顾问|专员|管家)[\u4e00-\u9fff]{1,4}(?:为|在|来|,|$)|[\u4e00-\u9fff]{1,3}(?:为|替)[您你]服务|\b(?:my name is|this is [a-z]+|i'm [a-z]+ (?:from|and|with)|[a-z]+ here|[a-z]+ speaking|agent \d+)\b/;

function isIntroduced(turn: number, scene: Scene): boolean {
  const first = introduction(scene).turn;
  return first !== null && first <= turn;
}

const introduction = remembering<{ turn: number | null }>(
  () => ({ turn: null }),
  (first, turn, scene) => {
    if (first.turn === null && introduces(turn, scene)) first.turn = turn;
  },
);

function introduces(turn: number, { turns, view, facts }: Scene): boolean {
  const { from, text } = turns[turn]!;
  const { name: agent, workNumber } = facts.agent ?? {};
  if (from !== 'agent') return false;
  return (
    own.test(view(turn).text) ||
    (!!agent && text.includes(agent)) ||
    (!!workNumber && text.includes(workNumber))
  );
}
