import { wordingOf } from '../wording.ts';

/** Anybody but the one who speaks: their own doing they may promise. */
const others =
  '\\b(?:it|they|she|he|you|that|this|these|those|nobody|nothing|everyone|everything|(?:the|your|our|my|any|every|each) (?:[a-z]+ ){1,2}?)';
const sure =
  '(?:definitely|absolutely|certainly|surely|100 ?%|undoubtedly|guaranteed(?: to)?|for sure|positively|always)';
const never = "(?:never|not ever|can't possibly|cannot possibly|could never|can never|won't ever)";
const outcome =
  '(?:arriv|be (?:there|with you|delivered|fine|perfect|safe|approved|late|delayed|lost|on time|back in stock)|get (?:there|it|lost|here)|come (?:off|loose|on time|back|apart)|reach|land|fit|love|adore|like it|last|outlive|work|match|shrink|fade|break|leak|scratch|rust|tear|stretch|fail|crack|peel|stain|chip|wear|lose|warp|let you down|rip|pill|snap|stop|bend|run|bleed|pass|please|sleep|win|accept|sell out|drop|go (?:up|down|wrong|off)|happen|cause|irritat|react|suit|be a problem|have (?:a|any) problem|regret|disappoint|notice)';
const date =
  '(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \\d+|christmas|by then|on time|in time|birthday|the (?:wedding|party|weekend))';

export const english = wordingOf({
  sign: /no matter|without|100|hundred per|definitely|absolutely|guarantee|sure|certain|doubt|fail|swear|promise|never|impossible|zero|no way|no if|no chance|cannot|can't|won't|assured|\bbet|no other|circumstances|my word|my life|no scratch|perfect|always|ever\b|not a single|come what|rain or|whatever (?:the|happens)|trust me|mark my|possib|nothing (?:can|will|could)|count on/,
  says: [
    new RegExp(
      `${others} ?(?:will|'ll|is going to|are going to|shall|would|is|are) (?:just |simply )?${sure}.{0,20}?\\b${outcome}`,
    ),
    new RegExp(`${others} ?(?:will|'ll|shall|is|are|can|could)? ?${never} (?:ever )?${outcome}`),
    new RegExp(`${sure},? (?:it|they|you|she|he|there|will|gonna|arriv|fit|be |no |zero)[^.!?]{0,24}`),
    new RegExp(
      `\\bi(?:'ll| will| can)? ?(?:personally )?(?:guarantee|promise|swear|assure you|vouch)(?: you)?(?: that)? ${others}[^.!?]{0,30}?(?:will|'ll|won't|is|are|'s|never|can't|would)\\b(?!.{0,12}(?:genuine|authentic))`,
    ),
    new RegExp(
      `\\b(?:by|on|be|there|arriv[a-z]*|delivered|here)\\b.{0,16}?\\b${date}\\b.{0,24}?(?:no matter what|100|guarantee|without fail|no doubt|for sure|definitely|no if|no question|promise|rain or|come what)`,
    ),
    new RegExp(
      `(?:100 ?%|guarantee[d]?|without fail|no matter what|for sure|definitely)[^.!?]{0,20}?\\b${date}`,
    ),
    /(?:no|zero|not a|without (?:a|any)) (?:chance|risk|possibility|way (?=it|they|this|that|you)|doubt|question|scratch|exceptions?|single (?:scratch|complaint|problem|issue|return|one))\b(?! (?:to|for) (?:me|us))[^.!?]{0,24}?(?:[.,!]|$|ban|none|leak|break|fade|shrink|of it|it|that)/,
    /\bnever (?:ever|once|not now)|\bimpossible[.,!]|\bit (?:cannot|can't) (?:break|fail|leak|shrink|fade|happen|scratch|be late|get lost|go wrong)|\bno ifs\b|\bno buts\b|no other outcome|under (?:all|any) (?:conceivable )?circumstances|no matter what|(?:have|you have|got|give you|on) my (?:solemn )?(?:word|life|honou?r)|\bswear on\b|\bi swear\b|risk[- ]free|success is assured|\bbet (?:the|my) (?:shop|house|farm|life)|cross my heart|hand on heart|eat my (?:hat|shoes)|rain or shine|come hell|come what may|mark my words|set your (?:watch|clock)|bulletproof|nothing (?:can|could|will) (?:possibly )?(?:go wrong|stop|break|damage|stain)|consider it (?:approved|done and)|guaranteed (?:for life|to (?:fit|please|work|arrive|last|be))/,
    /\b(?:fit|match|work|suit|go)(?:s|es)? (?:it |you |her |him |them )?(?:perfectly|flawlessly|like a glove)[^.!?]{0,30}(?:promise|guarantee|swear|no way|bet|doubt|risk|100)|(?:for (?:life|ever|eternity)|forever|until (?:the end|doomsday)|a (?:hundred|thousand) years)[^.!?]{0,10}(?:guarantee|promise|without|and (?:never|not))/,
  ],
  /** Asked what will be, an absolute word alone promises it. */
  answering: {
    about:
      /\b(?:will|would|does|do|is|are|can|could|what if|might)\b.{0,60}(?:\?|arriv|fit|fade|shrink|break|leak|last|scratch|work|match|safe|like|love|time|damage|rust|stretch|late|pass|approve|irritat|wash|stain|drop|lost)/,
    says: [
      /\b(?:never|100 ?%|hundred per ?cent|guaranteed?|definitely|absolutely(?! (?:understand|fine to|right))|no way|impossible|zero|swear|not a chance|no chance|without fail|no question|without a doubt)\b(?![^.!?]{0,16}(?:ask|charge|share|call|check|help|refund|sure))/,
    ],
  },
  unless:
    /can't (?:promise|guarantee|say|swear)|cannot (?:promise|guarantee|say)|couldn't|not (?:guarantee|promise|certain|sure|swear|say)|no guarantee|isn't guaranteed|\bmay\b|might|should\b|most likely|probably|usually|call you|ring you|write to you|let you know|get back|look into|look at|never again|happen again|do my best|do our best|if not|genuine|authentic|\?$|(?:money[- ]back|year|month|manufacturer)[^.!?]{0,12}guarantee|find you|help you|refund you|exchange|never (?:ask|share|sell|dm|contact|charge|mind)|wish i|nobody can|no one can/,
  reach: 30,
});
