import { isDissatisfied, type Mood } from '../mood.ts';
import type { TextView } from '../text.ts';
import { groundsIn } from './mood-features.ts';

/** Dissatisfied in so many words. Question marks alone want an answer, which no comfort stands in for. */
export function isUpset(view: TextView, mood: Mood): boolean {
  if (!isDissatisfied(mood) || forOthers.test(view.text)) return false;
  return view.text.includes('!') || (view.hasWords && !onlyMarked(view));
}

/** Nothing but a run of question marks makes it unhappy, and nobody is spoken to: "??? and which one is this". */
function onlyMarked(view: TextView): boolean {
  if (!view.text.includes('??') || atSomebody.test(view.text)) return false;
  const grounds = groundsIn(view);
  return grounds.length > 0 && grounds.every((id) => id === 'questionMarks');
}

/** What a customer of theirs says, passed on. */
const forOthers = /^(?:这个?|有个?)?(?:用户|客户|顾客|买家)(?:表示|反映|反馈|说|称|在?问)/;

const atSomebody = /[你您]|\byou/;
