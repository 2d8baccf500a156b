import { wordingOf } from '../wording.ts';

const top =
  '(?:best|finest|greatest|strongest|safest|most [a-z]+|cheapest|lowest(?: price)?|softest|fastest|toughest|purest|lightest|thinnest|sharpest|number one|#1|no\\.? ?1|only)';
const world =
  '(?:in (?:the|this|all of)? ?(?:whole |entire )?(?:world|country|nation|market|universe|business|industry|galaxy|europe|asia|china|uk|usa|britain|america|town|city)|on (?:the )?(?:earth|planet|market|internet)|in all of [a-z]+|ever (?:made|built|sold|created|produced|seen)|in existence|in history|nationwide|worldwide|anywhere|of all time|beyond dispute|money can buy|bar none|hands down|period\\b|without (?:question|equal))';
const illness =
  '(?:eczema|asthma|allerg(?:y|ies)|hay ?fever|insomnia|back ?(?:pain|aches?)|joint pain|acne|arthritis|diabetes|blood (?:pressure|sugar)|cancer|colds?\\b|flu\\b|coughs?|reflux|colic|migraines?|headaches?|anxiety|depression|infections?|your back|flat head|myopia|eyesight|psoriasis|rash(?:es)?|inhalers?|virus(?:es)?|germs?|bacteria|disease|sciatica|hair ?loss|wrinkles|cholesterol|toxins|snoring|varicose|pain|heart|tumou?rs?|scoliosis|constipation|teething|medication|pills|tablets|creams?)';
const cures =
  '(?:cur(?:es?|ing)|heal(?:s|ing)?|treats?|ends?|fix(?:es)?|clears?(?: up)?|prevents?|stops?|gets? rid of|eliminat(?:es?|ing)|revers(?:es?|ing)|kills? (?:every|all|100)|rounds?|discontinue|throw(?:s|n)? (?:away|out)|ditch|banish(?:es)?|wipes? out|lowers?|reduces?|detox(?:es)?|flush(?:es)?|melts?|burns?|replaces?|works better than|restores?|boosts?)';

export const english = wordingOf({
  sign: /best|most |number one|#1|no\.? ?1\b|finest|greatest|safest|cheapest|strongest|lowest|only|left|never|cur(?:e|ing)|heal|treat|\bend|fix|clear|prevent|stop|kill|eliminat|doctor|nothing|nobody|no (?:other|one)|unbeat|unriv|unmatch|world|last |gone|midnight|100|asthma|reverse|flat|detox|immun|clinical|scientific|miracle|lower|burn|side effect|tonight|today|flush|boost|restore|replace/,
  says: [
    new RegExp(`\\b${top}\\b.{0,40}?\\b${world}`),
    new RegExp(`${world}'?s (?:best|first|only|finest|number|leading|safest|top)`),
    /\b(?:number one|#1|no\. ?1) (?:in|on|of|for|brand|choice|seller)|nothing (?:else )?(?:comes|even comes|can) (?:close|match|touch|beat)|nothing (?:beats|compares|touches)|nobody (?:else )?(?:comes|makes|sells|offers)|no(?:body| one| other)(?: [a-z]+){0,4} (?:can |could )?(?:rival|match|beat|compete|come close|touch)|unbeatable|unrivall?ed|unmatched|simply the best|second to none|world[- ]class|world'?s (?:best|first|only|finest)|\bthe absolute best\b|puts? (?:every|all) (?:other|the others)/,
    new RegExp(`\\b${cures}(?: (?:[a-z']+|\\d+%)){0,4}? ${illness}`),
    new RegExp(
      `\\b${illness}.{0,30}?\\b(?:gone|disappears?|vanish(?:es)?|cured|discontinue|goes away|for good|melts? away|in (?:a|one|two|three|\\d+) (?:days?|weeks?))\\b`,
    ),
    /kills? (?:every|all|100 ?%|99\.99+ ?%)|doctors? (?:all )?(?:recommend|say it|swear)|(?:won't|never) (?:get|be|catch) (?:sick|ill|a cold)|fixes your back|(?:clinically|scientifically|medically) (?:proven|shown|tested) to|(?:zero|no|without(?: any)?) side effects?|miracle|(?:boosts?|strengthens?) (?:your |the |his |her )?immun|\bdetox|lose (?:\d+|ten|five) (?:kg|kilos?|pounds?|lbs?)|100 ?% (?:safe|natural|effective|pure|germ|chemical)|come off (?:your|the|his|her) (?:meds|medication|pills|tablets)|no need for (?:a doctor|surgery|medication)/,
    /(?:only (?:one|1|two|2|a few|three|3|a handful|a couple)|(?:very |the )?last (?:one|1|piece|unit|pair|few|two)|one unit only)(?: (?:left|remaining|available|in stock))?\b.{0,70}?(?:basket|cart|looking|watching|eyeing|viewing|right now|never|gone|midnight|doubles|hurry|someone else|rn\b|forever|won't be|ever\b|not be back|or miss|snapped|before (?:it|they|someone))/,
    /(?:looking|watching|eyeing|in (?:their|someone's) (?:basket|cart))[^.!?]{0,30}(?:only|last|one left)|(?:never|not|won't)(?: be)? (?:ever,? )?(?:restock|com(?:e|ing) back|be (?:this|that) (?:low|cheap)|again at this|return(?:ing)?|see (?:this|that|it) (?:price|again)|repeat|made again|available again)|never,? ever|price (?:dies|doubles|ends forever)|(?:today|tonight) only\b.{0,24}?(?:never|gone|forever|ever)|gone forever|once (?:it's|they're) gone|now or never|final chance|last chance ever|(?:ends|gone|closes|price (?:goes|jumps)) (?:up )?(?:in|at) (?:\d+ (?:minutes?|mins?|hours?)|midnight)[^.!?]{0,20}(?:never|ever|forever|for good)/,
  ],
  unless:
    /not (?:a\b|the|say|claim|promise|cure|treat|intended|medical)|no (?:treatment|cure|claim|health)|can't|cannot (?!be|match|rival)|couldn't|doesn't|does not|isn't|is not|never claim|please (?:ask|check|see)|ask your|check with|at best|best (?:if|to|way|time|of luck|wishes|regards|done|kept)|do my best|do our best|\bif (?:you|it)|follow your|one of the|which|wouldn't|consult/,
  reach: 24,
});
