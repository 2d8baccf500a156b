import type { Clause } from './clauses.ts';
import { fits, planWords } from './plan-words.ts';
import type { PlanKind } from './kinds.ts';

const senior =
  '(?:supervisor|manager|team lead|lead|senior|specialist|head of|director|claims|security team|quality|legal|management|superior|boss|escalation)';
const time =
  '(?:\\d+|noon|today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|hour|minutes?|days?|eod|end of)';

/** Each kind of plan as it is named in English. */
export const englishPlans = planWords([
  {
    kind: 'refund',
    named:
      /\brefund|\bmoney back|\breimburs|\b(?:fee|charge|amount|payment|price|money|cost|\$\d+|£\d+)\b.{0,24}\b(?:returned|back to you|credited back)|\bgive you (?:your|the) money|\bpay(?:ing)? you back|\breturn(?:ing)? (?:your|the) (?:money|payment)/,
    unlike: /refund (?:policy|status|came|reached|was|has|went)|refundable/,
  },
  {
    kind: 'return',
    named:
      /\b(?:send|ship|pop|post|mail|bring) (?:it|them|the \w+( \w+)?|that|this) back\b|\breturn (?:it|them|the|this|that|for|label|is|slip)|\breturn\b.{0,20}\b(?:free|label|postage)|\b(?:a|free|prepaid|full|the) return\b|\b(?:collect|pick(?:ed)?) (?:it|them|the \w+)(?: \w+)? ?(?:up|from)|\bpick it up\b|\bback to us\b|\btake it back\b/,
    unlike: /in return|return (?:was|were|has|policy|scanned|address|your call|to you)|returned/,
  },
  {
    kind: 'exchange',
    named:
      /\bexchang|\bswap|\breplace (?:it|them|the|your|this|that)|\bchange it for\b|\b(?:trade|switch) (?:it|them|the) (?:for|out|to)/,
    unlike: /exchanges? (?:are|is|policy|rate)|swapping|exchange (?:was|of)/,
  },
  {
    kind: 'resend',
    named:
      /\bresend|\bre-?ship|\bre-?dispatch|\breplacement|\b(?:send|ship|post|mail|dispatch|courier|express|get|pop|put)(?:ing)?\b(?: \w+){0,3} (?:another|new|missing|second|fresh|one more|spare|the (?:rest|remaining|other|missing))\b|\b(?:goes|going|go|heading|will be) out (?:today|tomorrow|tonight|this|first|again)|\bmissing \w+.{0,16}\b(?:out|way|sent|send|ship|post)|\bon its way to you again/,
    unlike:
      /send (?:me|us|it back|them back)|(?:code|email|link|label|invoice|message|query|request|reminder|gift|credit|voucher|photo|picture|refund)|reached you|sent it to|replacement (?:cost|policy|fee|was)/,
  },
  {
    kind: 'repair',
    named:
      /\brepair|\b(?:fix|mend|restitch|re-?sew|re-?glue|recalibrate|service|re-?seal) (?:that|it|the|your|them)\b|\b(?:send|book|arrange|have)\b.{0,16}\b(?:technician|engineer|plumber|fitter|repairman)|\b(?:technician|engineer|plumber|fitter|workshop)\b.{0,24}\b(?:visit|come|look|fix|out|can|will)\b/,
    unlike:
      /repaired|cost of repair|repair (?:bill|cost|fee|manual)|repairs (?:are|cost)|fix (?:this|that|it) for you (?:right )?(?:now|away)/,
  },
  {
    kind: 'compensation',
    named:
      /\bcompensat|\b(?:store )?credit\b|\bvoucher|\bcoupon|\bgoodwill|\b(?:cover|pay for|foot)\b.{0,20}\b(?:bill|cost|cleaning|repair|damage|expenses|fees?)|\b(?:\$|£|€)\d+.{0,12}\b(?:for the (?:delay|trouble|inconvenience|hassle)|to make up)|\b(?:give|offer|add(?:ed)?)(?: you)? (?:\$|£|€)?\d+ ?(?:points|dollars|pounds|euros|yuan)?\b.{0,16}(?:for|as|to) /,
    unlike: /credit card|coupon code (?:only|works)|credited back/,
  },
  {
    kind: 'gift',
    named:
      /\b(?:free|complimentary|small|little)\b.{0,14}\b(?:gift|tin|bag|mini|sample|one|set|case|box|present)|\bgift\b.{0,10}\b(?:on us|for you|with your)|\bthrow in|\bslip (?:a|in)|\bas a gift/,
    unlike: /gift wrap|gift was|first \d+|free of charge|free return/,
  },
  {
    kind: 'wait',
    named:
      /\b(?:wait|hold (?:on|off|out)|hang (?:on|tight|in there)|sit tight|bear with (?:us|it)|be patient|give it|leave it|allow|let it)\b.{0,24}\b(?:till|until|for|another|days?|hours?|weeks?|tomorrow|tonight|overnight|monday|tuesday|wednesday|thursday|friday|weekend|morning|longer|more)\b|\blet's wait|\bcheck (?:again|back)\b.{0,12}\b(?:tomorrow|in|on|after|later)|\btry again (?:tomorrow|tonight|later|in)/,
    unlike:
      /(?:wait|hold on|hang on) (?:a|one|just) (?:moment|minute|sec|bit)|keep you waiting|have you wait|made you wait|won't have to wait|waited|how long|hold on(?: |,)*please$/,
  },
  {
    kind: 'callback',
    named:
      /\b(?:call|phone|ring|reply|respond|email|text|message|get back|come back|answer|update|contact|write|reach out|be in touch|let you know|hear (?:back )?from|report back|follow up|drop you|confirm)\b/,
    also: new RegExp(
      `\\b(?:by|before|within|at|in|until|on|first thing|no later than|tonight|tomorrow|today|this (?:afternoon|evening|morning)|after)\\b.{0,10}\\b${time}|\\b(?:tonight|tomorrow|today|this (?:afternoon|evening|morning)|shortly after)\\b|\\b(?:specialist|colleague|manager|supervisor|agent|team|someone|somebody|department)\\b.{0,14}\\b(?:call|phone|ring|contact|reach out to|get back to|email|write)\\b`,
    ),
    unlike:
      /\b(?:you|to) (?:can|could|may|should|need|must)\b.{0,10}\b(?:call|email|contact|phone|reply|text)|call(?:ed)? (?:was|from)|line is|driver|courier|carrier|system|bank|\bif\b|you (?:missed|called|emailed)|\b(?:contact|email|call|message) us|please (?:call|email|reply|contact|confirm)|order confirm|confirmation|opening hours|open (?:from|8|9)/,
  },
  {
    kind: 'discount',
    named:
      /\b\d+ ?(?:%|percent|per cent) off|\bdiscount|\bprice (?:match|difference|adjust)|\bknock\b.{0,12}\boff|\blower (?:the|your) price|\bmatch (?:the|that) price|\bfor (?:just|only) (?:\$|£|€)\d|\btake (?:\$|£|€)?\d+\b.{0,8}\boff|\bhonou?r (?:the|that)\b/,
    unlike: /discount(?:s)? (?:are|is|code (?:only|works|expired))|already discounted/,
  },
  {
    kind: 'escalate',
    named: new RegExp(
      `\\bescalat|\\b(?:pass|hand|bring|forward|send|sent|assign|transfer|refer|raise|take|get|ask|involv|connect|put|flag|loop)(?:s|ed|ing)?\\b.{0,30}\\b${senior}|\\bgoes to (?:our|my|the)\\b.{0,16}\\b(?:department|team|manager|supervisor)|\\b(?:my|our|the|a) ${senior}\\b.{0,16}\\b(?:will|is|has|needs)\\b`,
    ),
    unlike:
      /already said|escalator|no (?:manager|supervisor)|final word|isn't (?:here|available)|is not available/,
  },
]);

const anyPlan =
  /refund|money|reimburs|return|back|send|ship|post|mail|exchang|swap|replac|change|switch|trade|resend|goes|out|repair|fix|techn|engineer|workshop|restitch|mend|servic|compensat|credit|voucher|coupon|goodwill|cover|pay|gift|free|throw|slip|wait|hold|give|sit|check|hang|bear|patient|allow|leave|let|try|respond|message|touch|hear|report|follow|drop|confirm|mend|glue|sew|seal|call|phone|ring|reply|email|text|answer|update|contact|write|off|discount|price|lower|match|honou|escalat|pass|hand|bring|forward|sent|assign|transfer|refer|raise|manager|supervisor|lead|team|special|department|collect|pick/;
const negation =
  /\b(?:can't|cannot|can not|won't|will not|don't|doesn't|do not|does not|unable|not able|isn't|aren't|not (?:eligible|possible|allowed|covered|offer|refund|replace|include)|no (?:refund|return|exchange|compensation|discount)s?|never|only if|unless|refuse)\b/;
const policy =
  /\b(?:policy|policies|terms|conditions|usually takes|as listed|final sale|eligible (?:items|orders)|whoever|everyone|in-store only)\b/;
const elsewhere =
  /\b(?:last (?:week|month|time|year)|yesterday|already (?:received|refunded|arrived)|you (?:sent|returned|exchanged|received|asked|requested)|did you|have you|was (?:sent|refunded|repaired|scanned)|your (?:cousin|friend))\b/;
const offer =
  /\b(?:would you (?:like|prefer|rather)|how about|shall (?:i|we)|do you want (?:me|us)|can (?:i|we) offer|would (?:that|it|you)|could you (?:hold|wait|give|accept)|if you (?:like|prefer|want)|we can|i can|i could|we could|or (?:i|we|a)\b|(?:i|we)(?:'ll|'d| will| would)|which (?:would|do) you prefer)/;

/** The kinds of plan an English clause offers. */
export function plannedInEnglish(clause: Clause): PlanKind[] {
  const { text, message } = clause;
  const kinds = englishPlans.filter((words) => fits(words, text, message)).map(({ kind }) => kind);
  return kinds.length > 0 && isPlanned(clause) ? kinds : [];
}

function isPlanned({ text, asks, context }: Clause): boolean {
  if (!anyPlan.test(text)) return false;
  if (negation.test(text) || policy.test(text) || elsewhere.test(text)) return false;
  return !asks || offer.test(context);
}
