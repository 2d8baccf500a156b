/** The same classes in English; some are told apart in Chinese alone. */
import type { chineseWords } from './mood-words.zh.ts';

export const englishWords: Partial<Record<keyof typeof chineseWords, RegExp>> = {
  insult:
    /\b(?:liars?|lying|thie(?:f|ves)|crooks?|cheats?|clowns?|idiots?|morons?|muppets?|incompetent|useless|pathetic|scam(?:mers?|ming)?|fraud\w*|con artists?|rip.?off|robb\w+|shameless|disgrace\w*|garbage|rubbish|trash|crap|junk|joke of|a joke|circus|shambles|bunch of|you people|con men|stole)\b/,
  curse:
    /\b(?:fuck\w*|f\*+|wtf|shit\w*|bullshit|bs|bloody|damn\w*|hell|arse\w*|ass(?:hole)?s?|piss\w*|screw you|stfu|shut up|drop dead|bollocks)\b/,
  anger:
    /\b(?:angry|furious|livid|outrag\w+|disgust\w*|unacceptable|infuriat\w+|enraged|fuming|seething|mad at|fed up|sick (?:of|and tired)|had (?:it|enough)|unbelievable|ridiculous|appalling|absurd|insult\w*|hate|raging|losing it|how dare|insane|beyond)\b/,
  disappointment:
    /\b(?:disappoint\w*|unhappy|annoy\w*|upset|frustrat\w*|regret\w*|terrible|awful|horrible|poor|shoddy|mess|nightmare|let down|not (?:happy|impressed|good enough|ok(?:ay)?|acceptable|fair|funny|great|cool)|unimpressed|underwhelm\w*|sad|shame|worst|waste[ds]?|ruined|wasting|lousy|laughable|sorry state|misled|misleading|meh)\b/,
  helpless:
    /\b(?:begging|desperate|crying|in tears|please just|i (?:just )?can'?t (?:anymore|take|do this|deal)|helpless|at my wits|somebody help|anyone help|cried|breaking)\b/,
  ultimatum:
    /\b(?:last (?:chance|time|warning)|final (?:warning|chance|time)|or else|or i(?:'?ll| will| am)|otherwise|you have (?:until|\d+)|by (?:tonight|midnight|5pm|end of day).{0,20}or|i want (?:my|a) (?:money|refund|full)|i demand|right now|immediately|today or|not (?:leaving|going) (?:until|anywhere)|mark my words|watch me|see what happens)\b/,
  threatens:
    /\b(?:complain(?:t|ts|ing)?|report(?:ing|ed)?|one star|1 star|bad review|review(?:s|ing)?|lawyers?|solicitors?|attorney|sue|court|legal action|small claims|trading standards|bbb|ombudsman|regulator|chargeback|dispute|press|journalist|reporters?|local news|consumer (?:affairs|protection|rights|agency)|trustpilot|expos\w+|escalat\w+|police|name and shame)\b/,
  leaves:
    /\b(?:never (?:again|ordering|buying|shopping|using)|won'?t (?:be )?(?:buy|order|shop|com|return)\w*|last (?:order|time i)|lost (?:a|me|my)|taking my (?:money|business)|going (?:elsewhere|to (?:a )?(?:another|different))|done with (?:you|this)|i'?m done|goodbye forever|unsubscrib\w+|closing my account|not coming back|lesson learn\w+|should have (?:gone|bought|known)|shoulda)\b/,
  countsDays:
    /\b(?:day|week|month|hour|hr)s?\b.{0,12}\b(?:now|later|ago|and (?:still|counting|nothing)|of (?:wait\w*|silence|nothing|asking))|\b(?:it'?s been|waited|waiting|for the (?:last|past)|(?:on )?day) (?:for )?(?:over |about |nearly |almost )?(?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|days|weeks|months|hours|forever|ages)\b|\b(?:since|yesterday you said|you said (?:yesterday|monday|tuesday|wednesday|thursday|friday|today|tomorrow))\b|\b(?:second|third|fourth|fifth) (?:day|week|month)\b|how (?:many|much) (?:more |longer|days)/,
  countsTimes:
    /\b(?:again|another|twice|(?:two|three|four|five|six|ten|\d+|many|several|dozen|x) ?(?:times|x)|(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|\d+th)(?: time| one| email| chat| agent| replacement)?|keep(?:s)? (?:\w+ )?\w+ing|every (?:time|single|one)|always|same (?:answer|thing|reply|message|story|excuse|line|script|question|copy)|over and over|repeat\w*|still|asked (?:you )?(?:already|before))\b/,
  stillNot:
    /\bstill (?:not?|hasn'?t|haven'?t|isn'?t|nothing|waiting|broken|wrong|missing|doesn'?t|don'?t|won'?t|no|the same|here|says|processing|pending|in)\b|\b(?:nothing|nobody|no one|no (?:reply|response|answer|news|update|refund|parcel|sign)|never (?:came|arrived|got|heard|called|showed|received|replied)|not (?:a (?:single )?(?:word|thing|call)|once|one)|zero|silence|yet)\b/,
  slow: /\b(?:too (?:slow|long|late)|so (?:slow|long)|took (?:forever|ages|so long|long enough)|forever|ages|snail\w*|slow(?:er|est)?|late|delay\w*|drag\w*|any slower)\b/,
  badGoods:
    /\b(?:poor quality|quality|cheap(?:ly)?|flimsy|stinks?|smell\w*|reeks?|mou?ld\w*|dirty|stain\w*|fell apart|falling apart|falls apart|broke|used|second.?hand|see.?through|wafer|paper thin|plastic|fake|knock.?off|nothing like|looks like|feels like|unusable|unwearable|unsafe|rotten|stale|soggy|scratch\w*)\b/,
  defect:
    /\b(?:broken|damag\w*|crack\w*|missing|wrong|defect\w*|fault\w*|leak\w*|torn|ripped|hole|doesn'?t (?:work|fit|turn|charge|open|start|match)|won'?t (?:work|turn|charge|open|start|connect)|not working|stopped|dead|bent|chipped|dent\w*|smashed|short|only (?:one|got|came)|faded|peel\w*|wobbl\w*)\b/,
  sarcasm:
    /\b(?:wow|great job|good job|nice (?:job|one|work|try)|well done|bravo|congrat\w*|lovely|brilliant|fantastic|how (?:nice|lovely|generous|convenient|kind|thoughtful|helpful)|very (?:helpful|reassuring|funny|professional)|thanks for nothing|oh (?:great|good|wonderful|nice|sure|wow|really)|yeah right|as if|apparently|clearly|must be (?:nice|fun)|impressive|guess (?:so|i|that)|i see\. |lol|haha sure|amazing service|so (?:helpful|kind)|what a|truly|genius|adorable|cute|charming|funny how|bless)\b/,
  resigned:
    /\b(?:whatever|forget it|never ?mind|fine\.|don'?t bother|why (?:do i )?bother|no point|pointless|what'?s the point|give up|giving up|tired of|suit yourself|if you say so|i guess|not worth|save it|good luck with|moving on|of course|figures|sigh|typical)\b/,
  compares:
    /\b(?:other (?:shops?|stores?|sellers?|brands?|places?|companies)|amazon|elsewhere|competitors?|next door|used to|than (?:you|your|the last|before)|my (?:\w+ )?(?:sister|friend|neighbou?r|mate)(?:'s)? (?:got|has|ordered)|loyal|customer (?:for|since)|years|anyone else)\b/,
  rebuts:
    /\b(?:you (?:said|promised|told|claimed|guaranteed|sent|charged|lost|guys|keep|don'?t|didn'?t|never|can'?t|won'?t|just|people|want me)|your (?:own|page|website|site|ad|mistake|fault|job|problem|policy|colleague|system|fault)|supposed to|was told|so (?:you|i|now|basically)|why (?:should|do|would|am|is it|are|did) (?:i|you|it|we|nobody|no one)|how (?:is|am|can|could|come|do) (?:that|this|i|you|it)|what (?:kind|sort) of|is (?:this|that) (?:a|your|how|what|normal|supposed)|seriously|really\?|i (?:paid|spent|already|never|didn'?t|don'?t (?:want|care|need))|not my (?:problem|fault|job)|do you (?:even|think|guys|call)|did (?:you|anyone) (?:even|read|actually)|does (?:that|this|anyone)|read (?:my|the|what)|advertised|since when|explain)\b/,
  brushedOff:
    /\b(?:copy.?(?:and.?)?past\w*|scripts?|scripted|robots?|bots?|template\w*|canned|automated|auto.?reply|excuses?|run.?around|fob\w*|passed around|brush\w*|ignor\w*|ghost\w*|hung up|hang(?:ing)? up|left on read|stall\w*|apolog\w+|sorry (?:doesn'?t|won'?t|isn'?t|is|again)|patience|understand\w*|inconvenience|important to|valued|already (?:told|sent|gave|said|explained|did|tried|provided)|told (?:you|the last)|scroll up|as i said|like i said|listen\w*|go(?:ing)? in circles|circles)\b/,
  demands:
    /\b(?:i want|i need|give me|refund (?:me|now)|fix (?:it|this)|sort (?:it|this)|do something|answer (?:me|the)|just (?:refund|answer|tell|send|give|cancel)|now\b[.!]|straight answer|asap|at once|when exactly|compensat\w*)\b/,
  refuses:
    /\b(?:no thanks?|not (?:accept\w*|interested|doing|going to|paying|enough|having)|i refuse|don'?t want|won'?t (?:accept|do|pay|take)|keep (?:it|your)|no way|absolutely not|no\.|nope|rather not|unacceptable|not good)\b/,
  feelsTired:
    /\b(?:exhaust\w*|tired|stress\w*|headache|took (?:the|a) day off|day off|lost sleep|sat (?:here|in|at home)|stayed (?:in|home)|ruin\w*|missed|wedding|birthday|drove|two hours|all (?:day|morning|afternoon|week))\b/,
  belittles:
    /\b(?:(?:a|that|your) (?:\w+ )?(?:voucher|coupon|points|discount)|only \d|just \d|\d+ ?(?:%|percent|dollars|quid|bucks|pounds|cents)|generous|pennies|insulting|peanuts|that'?s (?:it|all)\?|measly|big deal)\b/,
  worry:
    /\b(?:worr\w*|nervous|concern\w*|afraid|scared|anxious|not sure|unsure|hope\w*|is (?:it|this) (?:safe|normal|ok|lost|stuck)|should i|will it|might|what if|what now|urgent\w*|bit odd|weird|strange|supposed to be|in time|before (?:i|we|the))\b/,
  progress:
    /\b(?:when|any (?:news|update|idea|word|chance)|update|status|where is|where'?s|track\w*|eta|how long|arriv\w*|ship\w*|dispatch\w*|progress|soon)\b/,
  calls:
    /\b(?:hello\?|anyone (?:there|here|home)|are you (?:there|still)|you there|hi\?|knock knock)|^\s*(?:hello|hi)\s*\?*\s*$/,
  polite:
    /\b(?:please|pls|thanks?|thank you|thx|cheers|could you|can you|would you|hi|hey|sorry to|appreciate|kindly)\b/,
  pleased:
    /\b(?:love\w*|great|perfect|happy|excellent|awesome|beautiful|gorgeous|good|nice|comfy|recommend|pleased|glad|wonderful|works (?:well|fine|great)|yay|delighted|impressed|amazing|sweet|super)\b/,
  jokes: /\b(?:haha\w*|lol|lmao|jk|kidding|hehe)\b/,
  tolerant:
    /\b(?:no (?:worries|rush|problem|hurry|biggie|prob)|all good|that'?s (?:ok|fine|okay)|fine by me|it'?s (?:ok|fine|okay)|just (?:letting|asking|checking|wondering|curious|wanted)|fyi|heads up|not a big|easy fix|can live|sorted|curious|take your time)\b/,
  assents:
    /^\s*(?:ok(?:ay)?|yes|yep|yeah|sure|alright|got it|great|perfect|fine|cool|right|deal|sounds good)\b/,
  asksPlainly:
    /\b(?:is it|is there|are they|does (?:it|the|this)|do (?:you|they)|can (?:i|it|you|we)|could i|how (?:do|much|many|big|long|tall|wide|to)|what(?:'s| is| are| size| colou?r| time)|which|where (?:do|can)|would (?:it|this|that)|may i)\b.*\?/,
};
