import type { Clause } from './clauses.ts';
import { Sought } from '../sieve.ts';
import type { SoothingKind } from './kinds.ts';

const feeling =
  "(?:frustrat\\w*|annoy\\w*|upset\\w*|disappoint\\w*|angry|anger|furious|mad|worr(?:y|ied|ying|ies)|concern\\w*|stress\\w*|anxious|nervous|tired|exhaust\\w*|hard|tough|difficult|rough|inconvenien\\w*|feel|feeling|fed up|awful|pain\\w*|suck\\w*|horrible|terrible|ridiculous|heartbreak\\w*|scary|unfair|unacceptable|embarrass\\w*|crush\\w*|gutted|sad|miserable|nightmare|mess|hassle|let ?down|letdown|maddening|infuriat\\w*|unpleasant|not (?:ok|okay|good enough|what you expected|right|acceptable|fair)|isn't (?:ok|okay|good enough|right|fair)|the worst|a lot to|too long|far too long|shame|pity|yuck|irritat\\w*|dreadful|uncomfortable|distress\\w*|alarming|lousy)";

const apology = new Sought(
  /\bsorry\b|apolog(?:y|ies|ise|ize)|\bmy bad\b|\b(?:my|our) (?:fault|mistake|failing|bad|error|slip|oversight|doing)\b|\b(?:that's|this is|it's|that one's|that is) (?:entirely |all |completely )?(?:on (?:us|me)|our fault)|\bwe(?:'ve| have)? (?:really |clearly |certainly )?(?:messed|screwed|dropped the ball|let you down|slipped|got (?:it|this|that) wrong|failed|fell short|made a mistake|owe you|earned that)|\b(?:you )?should(?:n't| not| never) have (?:had|been|happened|to)|\bwe should have\b|\bforgive (?:us|me)|ashamed|on our (?:side|end)\b.{0,12}(?:fault|error|mistake|glitch)|(?:fault|error|mistake|glitch) was (?:on )?our/,
);
const noApology =
  /\bnot (?:going to )?(?:sorry|apolog)|(?:nothing|no need|no reason|why (?:should|would) (?:i|we)|won't) (?:to |be )?(?:sorry|apolog)|\bnot our (?:fault|mistake|error|problem)|isn't our (?:fault|mistake|problem)|wasn't our|better safe than sorry|sorry for yourself/;

const empathy = new Sought(
  new RegExp(
    `\\b(?:understand|know|hear|imagine|see|get|appreciate|realise|realize|sense|can tell)\\b.{0,30}${feeling}` +
      `|\\b(?:i|we) (?:can |do |completely |totally |fully |really |certainly )*(?:understand|hear you|feel (?:you|for you)|get it|sympathi[sz]e)` +
      `|\\b(?:i'd|i would|anyone would|anybody would|i'd also|who wouldn't)(?: \\w+){0,2} (?:be|feel|want|hate|lose|react)\\b|\\bin your (?:shoes|place|position)\\b|\\bif (?:it|that|this|i) (?:were|was|had|happened)\\b.{0,20}\\b(?:me|you|my)\\b` +
      `|\\b(?:that|this|it|which|sounds?|must|being|waiting|day one|twice in a row|three in a row)\\b.{0,24}${feeling}` +
      `|\\b(?:every right|you deserve|rightly|fair enough|no wonder|right to (?:be|feel|complain)|right,? (?:and|that's not|this isn't|it shouldn't|we should)|reason to be|don't blame you|not what (?:you|we) want)\\b|\\bnot your (?:fault|doing|mistake)|\\bwasn't you\\b|you did (?:nothing wrong|everything right)|\\boh (?:no|dear|goodness|my)\\b|^\\W*(?:yikes|ouch|yuck|ugh|aw+)\\b`,
  ),
);
const noEmpathy =
  /(?:do(?:n't| not)|can't|cannot|hard to|fail to|please|hope you|thank you for your|thanks for|you(?:'ll)? (?:need|have|should|must)?(?: to)?) ?understand|i understand\?|it's not (?:that )?hard|(?:no|not) (?:too|that|so|very)? ?(?:hard|difficult|pain)|is (?:that|it) (?:so )?(?:hard|difficult)|feel free|hard (?:to see|drive|case|wood|floor)/;

const reassurance = new Sought(
  /\bdon't (?:you )?worry|\bno need to worry|\brest assured|\byou won't (?:lose|be|have|pay|miss|get left)|\b(?:we|i)(?:'ll| will| am going to|'m going to)(?: \w+){0,2} (?:make (?:this|it|things|that|sure)|sort (?:this|it|that|things)|fix (?:this|it|that)|put (?:this|it|things) right|take care|get (?:this|it|that) (?:sorted|fixed|resolved|solved|moving)|look after|stay (?:with|on)|personally|own|solve|resolve|see (?:this|it) through|handle (?:this|it) (?:personally|myself)|stick with)|\bleave (?:it|this|that) (?:with|to) me|\bdeep breath|\byou(?:'re| are) (?:covered|in good hands|safe|not alone)|\bin good hands|\b(?:i|we) promise|\byou have my word|\bi(?:'ve| have) got (?:you|this)|\bi own this|\bit's our responsibility|\b(?:we|i)(?:'re| are|'m| am) here (?:for|to)|\bcomes first\b|\bthe rest is on me|\btake your time\b|\bmy responsibility/,
);

const acting = new Sought(
  /\b(?:i'm|i am|we're|we are|i've|i have|we've|we have|i'll|i will|we'll|we will|let me|me)\b(?: \w+){0,4} (?:call(?:ing|ed)?|phon(?:e|ing|ed)|ring(?:ing)?|rang|chas(?:e|ing|ed)|contact(?:ing|ed)?|reach(?:ing|ed)? out|speaking|talking|escalat\w*|push(?:ing|ed)?|rush(?:ing|ed)?|expedit\w*|priorit\w*|flag(?:ging|ged)?|follow(?:ing)? up|investigat\w*|track(?:ing)? (?:it|this) down|stopp?(?:ing|ed)?|stay(?:ing)? on|on the (?:phone|line)|personally|urg(?:e|ing))\b/,
);
const laterActing =
  /\b(?:call|phone|ring|contact|reach|email|text)(?:ing)? (?:you|back)\b|\bplease\b|\byou (?:can|could|need|should|may|will|'ll)\b|\bif\b|\bunable\b|\bcan't\b|\bcannot\b|\bnot\b/;

export const englishSoothing: readonly Sought[] = [apology, empathy, reassurance, acting];

/** What kind of soothing an English clause is, or null. */
export function soothesInEnglish({ text, message }: Clause): SoothingKind | null {
  if (apology.standsIn(text, message) && !noApology.test(text)) return 'apology';
  if (reassurance.standsIn(text, message)) return 'reassurance';
  if (empathy.standsIn(text, message) && !noEmpathy.test(text)) return 'empathy';
  if (acting.standsIn(text, message) && !laterActing.test(text)) return 'charge';
  return null;
}
