import { Sought } from '../sieve.ts';
import type { Slur } from './attitude.insult.slur.ts';

/** Words with no innocent use towards a customer, masked spellings among them. */
export const englishCurses = new Sought(
  /\bf+[u*@#v]+c*[k*]+(?:ing|er|ers|ed|off|s)?\b|\bf\*{2,3}|\bstfu\b|\bmorons?\b|\bidiots?\b|\bidiotic\b|\bimbeciles?\b|\bretard(?:s|ed)?\b|\bdumb ?ass(?:es)?\b|\bdimwits?\b|\bhalf-?wits?\b|\bnitwits?\b|\bsimpletons?\b|\bairheads?\b|\bknuckle ?heads?\b|\bdumb ?bell brain|\bass ?holes?\b|\bbitch(?:es|y|ing)?\b|\bbastards?\b|\bscumbags?\b|\bdip ?shits?\b|\bbull ?shit|\bsh[i1*]t(?:ty|head)?\b|\bcunts?\b|\bwankers?\b|\btwats?\b|\bpricks?\b|\bmorbidly|\bcheap ?skates?\b|\bshut (?:the \w+ )?up\b|\bshut your\b|\bgo to hell\b|\bscrew you\b|\bpiss off\b|\bget (?:lost|a life|a brain|stuffed)\b|\bdrop dead\b|\bkill yourself\b|\bbrain ?(?:dead|less)\b|\bwhite trash\b|\bkaren\b(?=\s*$|[,.!?])|\bdrama queens?\b|\bcry ?bab(?:y|ies)\b|\bfreeloaders?\b|\bst[u*]pid\b(?= (?:person|woman|man|customer|cow|question|enough|people|girl|boy|old))|\b1d1ot|\bid1ot|\bm0ron/g,
);

const you =
  "\\b(?:you(?:'re|'ve| are| were| must be| sound| look| seem| really| clearly| obviously| have to be| people are| guys are| lot are)?|u r|ur|customers like you(?: are)?|people like you(?: are)?|someone (?:like you|as))\\b";
const degree =
  '(?: (?:a|an|such|so|just|really|truly|absolutely|obviously|clearly|being|quite|pretty|too|very|the|most|bunch of|lot of|of|as|simply|actually|completely|totally|kind of|either|all|a bit|one|are|is|real|complete|total|utter|bloody|damn|little|old|whiny|not just|plain|or|and|rude|lazy|cheap|stupid|dumb|ever|beyond|rather|always|have got to be|got to be)){0,8}';
const s = (says: RegExp | string, unless?: RegExp): Slur => ({
  says: new Sought(typeof says === 'string' ? new RegExp(says, 'g') : says),
  unless,
});

/** Builds that demean, whatever the words in them. */
export const englishSlurs: readonly Slur[] = [
  s(
    `${you}${degree} (?:stupid|dumb|dense|thick|slow in the head|slow-witted|hopeless|pathetic|ridiculous|clueless|ignorant|illiterate|brainless|mindless|useless|worthless|crazy|insane|mental|deranged|delusional|unhinged|nuts|psycho|lunatic|clown|joke|loser|liar|thief|scammer|fraud|crook|beggar|peasant|pig|cow|dog|donkey|monkey|rat|snake|leech|parasite|trash|garbage|scum|fool|foolish|childish|immature|pest|nuisance|nightmare|weirdo|creep|hag|fat|ugly|old hag|broke|poor|cheap|stingy|greedy|lazy|rude|deaf|blind|drunk|high|annoying|disgusting|gross|spoilt|spoiled brat|brat|embarrassment|waste of (?:time|space|oxygen)|impossible|petty|jerk|trashy|whiner|dunce|nobody|disgrace|dimmer|thicker|dumber|stupider)\\b`,
    /\b(?:not|never|n't|no way|isn't|aren't|don't think|didn't mean|to be|if|too cheap|make you|looking for|think we|we're|feel|wrong|without being|rather)\b.{0,12}(?:stupid|dumb|crazy|poor|blind|cheap|pest|high|slow|greedy|fat|lazy|rude|impossible|annoying|joke)|(?:crazy|insane) (?:about|good|deal|low)|\b(?:dog|cow|pig|rat|cat|monkey|clown) (?:bed|food|toy|costume|collar|print|leash|pattern|size)|poor (?:thing|you|soul)|you poor|you cheap(?:er)? |on a high|your dog|cheap(?:er)? (?:option|shipping|price|one)|blind (?:spot|box|rod)|slow (?:internet|connection)|i'?m|high (?:quality|res|street|chair)/,
  ),
  s(
    /\byou (?:\w+ )?(?:stupid|dumb|silly|pathetic|ignorant|ugly|fat|filthy|miserable|worthless|ridiculous|useless|rude|greedy|brainless) (?:\w+ )?(?:person|man|woman|cow|people|thing|idiot|fool|customer|girl|boy|old|little|lot|creature|excuse)\b/g,
  ),
  s(
    /\beven (?:my|a|an|the|our|your|any|some)? ?(?:[\w-]+ ){0,4}(?:child|children|kid|kids|toddler|baby|nephew|niece|son|daughter|grandma|grandmother|granny|grandpa|mother|mom|mum|monkey|dog|cat|goldfish|parrot|chimp|idiot|fool|five-year-old|[\w]+-year-old|preschooler|first-grader|schoolboy|kindergart\w+|caveman|potato|rock|hamster)s? (?:\w+ )?(?:can|could|would|knows?|gets?|got|understands?|understood|manages?|managed|does|did|is|has|figured|figures|solves?|reads?|learn\w*|wouldn't|doesn't|isn't)\b/g,
    /(?:safe|easy enough|so easy|soft|gentle|love|enjoy|designed|suitable|don't worry|no worries)/,
  ),
  s(
    /\b(?:a|my|any) (?:[\w-]+ ){0,3}(?:child|kid|toddler|monkey|dog|goldfish|parrot|chimp|five-year-old|\w+-year-old|brick|potato|rock|nephew|niece|hamster) (?:\w+ )?(?:could|can|would|has|is|knows) (?:\w+ )?(?:do|read|understand|figure|manage|have|follow|more|smarter|better|brighter|it|that|this|than)\b/g,
    /safe|easy enough|don't worry|suitable|for a (?:child|kid)|play|wear|hold|allerg/,
  ),
  s(
    /\b(?:smarter|brighter|cleverer|more (?:brains?|sense|intelligent|intelligence|class|manners)) than (?:you|that|this)\b|\bthan you ever will\b/g,
  ),
  s(
    /\b(?:use|using|engage|borrow|buy|find|rent|switch on|turn on) (?:your|a|some|that|the)? ?(?:\w+ )?(?:brain|brains|braincell|brain cell)s?\b|\b(?:no|any|a|half a|one|two|your|lack of|lacking) (?:functioning |working |single |actual )?(?:brain ?cells?|brain)\b|\bdo you have (?:a|any) (?:brain|eyes|sense)|\byour (?:tiny|little|small|pea|limited|feeble|empty|sad|thick)[ -]?(?:brain|mind|head|skull|life|intelligence|intellect)|\byour (?:iq|intelligence|stupidity|ignorance|incompetence|low iq|poverty|ugly|fat|mother|mum|mama)\b|\biq (?:of|is|below|lower)/g,
    /brain(?:storm| teaser| health| supplement)|your mother's day|for your (?:mother|mum)|your mother (?:will|would|can|is going)/,
  ),
  s(
    /\bwhat(?:'s| is| the hell is| on earth is) (?:wrong|the matter) with you\b|\bgrow up\b|\bgrow a (?:pair|brain)|\blearn (?:to read|how to read|english|some manners|to count)\b|\bgo back to (?:school|kindergarten|primary|first grade)|\bdid (?:your|nobody|anyone|no one) (?:\w+ )?(?:teach|raise|drop) you|\bwere you (?:dropped|born|raised|homeschooled|asleep)|\bwho raised you|\byour (?:parents|mother|teacher)s? (?:must|should|didn't|failed|never|would)/g,
    /grow up (?:fast|so|quick|with)|as (?:they|she|he|kids) grow/,
  ),
  s(
    /\bif you (?:can't|cannot|can not|couldn't) afford\b|\b(?:people|customers|folks|someone) (?:like you|of your (?:kind|sort|level)|who (?:can't|cannot) afford)|\byou (?:obviously |clearly |probably )?(?:can't|couldn't) (?:even )?afford|\byour (?:kind|sort|type)\b(?= (?:of people|of customer|always|is|are|should|never|only|just)|[.!?]|$)|\bnobody (?:likes|loves|wants|cares about) (?:you|people like you)|\bno wonder (?:you(?:'re| are)|nobody|no one|your|he|she|they)\b|\byou (?:make|made) me sick|\byou (?:deserve (?:it|this|that|what)|had it coming|asked for it)|\bsucks to be you|\byou (?:smell|stink|suck)\b|\byou people\b|\bwaste of (?:space|oxygen|skin)|\bneed(?:s)? (?:your|a|some|to get your) (?:head|psychiatr\w+|shrink|mental|therap\w+)|\b(?:see|visit|call|find|try) (?:a|an|your) (?:psychiatrist|shrink|therapist|optician|eye doctor)|\bget your (?:eyes|head|ears|hearing|brain) (?:checked|tested|examined|fixed)|\bopen your eyes|\bare you (?:stupid|dumb|deaf|blind|drunk|high|mental|crazy|insane|retarded|slow|thick|dense|illiterate|off your meds|on drugs|a child|five|an idiot)\b|\btake your (?:meds|pills|medication)|\byou (?:really |clearly |obviously )?(?:can't|cannot|don't|couldn't) (?:even )?(?:read|count|spell|think|do (?:basic|simple) math)\b|\bhow (?:stupid|dumb|dense|thick|pathetic|clueless|slow|blind) (?:are|can|do|must|is) (?:you|one|a|anybody|anyone)|\blol at you|\bmy dog (?:could|can|has|knows|is)/g,
    /(?:people|customers) like you (?:make|who|are (?:why|the reason|great|wonderful|what))|you can't read (?:the|it|that) (?:label|file|barcode)|if you can't afford (?:to wait|the time)|like you to|how can you/,
  ),

  s(
    /\b(?:the|a) (?:brain|iq|memory|intelligence|manners|maturity|attention span|reading skills?|class|charm|sense) of (?:a|an|your)\b/g,
  ),
  s(
    /\b(?:you|stop|quit|don't|such|act\w*|behav\w*|sound\w*|look\w*)\b.{0,24}\b(?:being|like|such|be) (?:such )?an? (?:\w+ )?(?:baby|child|toddler|brat|lunatic|fool|clown|psycho|maniac|crybaby|princess|diva|snob|pig|dog|jerk|loser|beggar|witch|hag|nutcase|madman|madwoman|pain|joke|mess|pest)\b/g,
    /(?:baby|child|princess|dog|pig|clown)(?:'s)? (?:toy|size|costume|dress|bed)|i (?:sound|feel|look|am)|would look like a princess/,
  ),
  s(
    /\bonly (?:a|an|some|the) (?:\w+ )?(?:fool|idiot|child|moron|lunatic|amateur|person with no|half-wit|cheapskate|loser|crazy|stupid|desperate)/g,
  ),
  s(
    /\bare you (?:always|usually|naturally|really|that|this|just|born|normally) (?:this |that |so )?(?:slow|dense|stupid|difficult|rude|dim|lazy|needy|thick|dumb|clumsy|helpless|annoying|paranoid|forgetful)|\b(?:typical|another|yet another|what an?|such an?) (?:\w+ )?(?:whiny|entitled|cheap|clueless|difficult|rude|ignorant|annoying|needy|lazy|dumb|spoiled|spoilt|stingy|greedy|pathetic|stupid|hysterical) (?:\w+ )?(?:customer|buyer|shopper|client|person|people|woman|man|girl|boy|lady|brat)\b|\b(?:entitled|spoiled|spoilt) (?:little )?(?:brat|princess|customer|people|person)\b/g,
  ),
  s(
    /\byour (?:stupid|dumb|silly|idiotic|pathetic|ridiculous|whiny|childish|petty|endless|cheap|trashy|ugly|filthy|pointless|constant) (?:\w+ )?(?:question|questions|complaint|complaints|whining|face|attitude|messages?|moaning|excuses?|problem|problems|little|family|house|home|nagging)\b|\b(?:beneath|below) (?:me|us) to|\b(?:poor|cheap|broke|ignorant|stupid|dumb|low-class|uneducated) (?:people|folks|customers|buyers)\b|\byou(?:'re| are) (?:just )?(?:too (?:poor|dumb|stupid|old|slow|fat|thick|dense)|not (?:very |too )?(?:bright|smart|clever)|no genius|a waste|beyond help|out of your mind|losing your mind|full of (?:it|crap)|embarrassing yourself)\b/g,
    /not too (?:old|fat|slow)|for poor people/,
  ),
  s(
    /\b(?:fail(?:ed)?|flunk(?:ed)?|skipped|never finished) (?:\w+ )?(?:maths?|school|kindergarten|reading|english|first grade|basic)\b|\b(?:goldfish|dog|cat|parrot|toddler|kid|child|grandma|nephew|niece|toaster) (?:\w+ )?(?:remembers?|knows?|understands?|listens?|reads?|learns?|behaves?) (?:\w+ )?(?:more|better|faster)\b|\bnothing better to do\b|\b(?:cry|crying|run|running|go) (?:back )?to (?:your )?(?:mommy|mummy|mom|mum|mama|mother)\b|\bthe (?:dumbest|stupidest|rudest|cheapest|slowest|worst|most \w+) (?:customer|person|client|buyer|woman|man|question)s?\b|\bpeople (?:of )?your (?:age|size|kind|type|sort|class|level)\b|\bbeggars can't be|\ba (?:body|face|brain|attitude|figure|mind|temper|wallet|budget) like yours\b|\byour (?:fat|big|ugly|stupid) (?:face|mouth|head|body|feet|belly)\b/g,
    /the (?:cheapest|most) (?:customer|person) friendly|happy to|your age group/,
  ),
];

/** The writer speaks of themselves, of a thing, or denies it. */
export const englishSelf =
  /\b(?:i|i'm|i am|me|my|myself|we|we're|our|silly me|it|it's|no|not|never|isn't|no such thing as a|courier|driver|system|app|website|weather|software)(?: (?:a|an|so|such|the|being|just|really|was|is|feel|felt|like|am|of|me|being|total|complete|absolute|little|bit))*\s*$/;
