import type { Rule } from '../rule.ts';
import { blame } from './attitude.blame.ts';
import { command } from './attitude.command.ts';
import { forbidden } from './attitude.forbidden.ts';
import { impatient } from './attitude.impatient.ts';
import { insult } from './attitude.insult.ts';
import { refusal } from './attitude.refusal.ts';
import { rhetorical } from './attitude.rhetorical.ts';
import { shirk } from './attitude.shirk.ts';
import { threat } from './attitude.threat.ts';
import { cutOff } from './complaint.cut-off.ts';
import { ignored } from './complaint.ignored.ts';
import { invited } from './complaint.invited.ts';
import { safetyUncaring } from './complaint.safety-uncaring.ts';
import { safety } from './complaint.safety.ts';
import { sensitiveMishandled } from './complaint.sensitive-mishandled.ts';
import { sensitive } from './complaint.sensitive.ts';
import { unsoothed } from './emotion.unsoothed.ts';
import { claim } from './redline.claim.ts';
import { offPlatform } from './redline.off-platform.ts';
import { orderClosed } from './redline.order-closed.ts';
import { privacy } from './redline.privacy.ts';
import { promise } from './redline.promise.ts';
import { reviewBribe } from './redline.review-bribe.ts';
import { repeatedPlan } from './repetition.plan.ts';
import { repeatedQuestion } from './repetition.question.ts';
import { repeatedSoothing } from './repetition.soothing.ts';
import { brandUndefended } from './substance.brand-undefended.ts';
import { symbolsOnly } from './substance.symbols-only.ts';
import { tooManyPlans } from './substance.too-many-plans.ts';
import { slowReply } from './timing.slow-reply.ts';
import { empathy } from './merit.empathy.ts';
import { farewell } from './merit.farewell.ts';
import { followUp } from './merit.follow-up.ts';
import { greeting } from './merit.greeting.ts';
import { name } from './merit.name.ts';
import { ownership } from './merit.ownership.ts';
import { plans } from './merit.plans.ts';
import { recommend } from './merit.recommend.ts';
import { summary } from './merit.summary.ts';
import { thanks } from './merit.thanks.ts';
import { closing } from './phone.closing.ts';
import { forbiddenWords } from './phone.forbidden.ts';
import { hangUp } from './phone.hang-up.ts';
import { hold } from './phone.hold.ts';
import { interrupt } from './phone.interrupt.ts';
import { opening } from './phone.opening.ts';
import { phoneSilence } from './timing.phone-silence.ts';
import { promiseBroken } from './timing.promise-broken.ts';

/** Every rule of the standard that is written. */
export const rules: readonly Rule[] = [
  blame,
  command,
  impatient,
  refusal,
  shirk,
  threat,
  forbidden,
  insult,
  rhetorical,
  safety,
  sensitive,
  privacy,
  symbolsOnly,
  slowReply,
  unsoothed,
  sensitiveMishandled,
  safetyUncaring,
  ignored,
  cutOff,
  brandUndefended,
  tooManyPlans,
  repeatedQuestion,
  repeatedPlan,
  repeatedSoothing,
  invited,
  claim,
  offPlatform,
  orderClosed,
  promise,
  reviewBribe,
  phoneSilence,
  promiseBroken,
  opening,
  closing,
  forbiddenWords,
  hold,
  hangUp,
  interrupt,
  greeting,
  name,
  ownership,
  empathy,
  thanks,
  plans,
  summary,
  followUp,
  farewell,
  recommend,
];
