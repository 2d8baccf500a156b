import { Sought } from '../sieve.ts';
import type { Turnback } from './attitude.rhetorical.turnback.ts';

const t = (says: RegExp, excuse: Turnback['excuse'] = 'none', unless?: RegExp): Turnback => ({
  says: new Sought(says),
  excuse,
  unless,
});

/** Rhetorical and cross-examining turns of English, by their build. */
export const englishTurnbacks: readonly Turnback[] = [
  t(
    /\bwhat(?:'s| is| was|'re| are)? (?:so |is so |exactly is so )?(?:hard|difficult|complicated|confusing|tricky|unclear) (?:about|to|in)?/g,
    'kind',
    /what (?:is|was) (?:unclear|confusing|difficult) (?:for you|to you)/,
  ),
  t(
    /\bwhat (?:exactly )?is so (?:hard|difficult|complicated|confusing|special)|\bhow (?:hard|difficult) (?:can|is|could) (?:it|that|this)\b(?! (?:for you|to (?:open|press|turn|push)))/g,
  ),
  t(/\bhow many (?:more )?times (?:do|did|must|should|have|will|am) i\b/g),
  t(
    /\b(?:haven't|didn't|have|did) (?:i|we) (?:not )?(?:already |just |literally |clearly ){1,8}(?:tell|told|say|said|explain|explained|mention|mentioned|answer|answered|write|written|send|sent)/g,
    'none',
    /^(?:sorry|apolog)|(?:have|did) (?:i|we) (?:already|just) (?:sent|send|answer)/,
  ),
  t(
    /\b(?:haven't|didn't) (?:i|we) (?:\w+ )?(?:tell|told|say|said|explain|explained|mention|mentioned|answer|answered|make|made)\b/g,
  ),
  t(
    /\b(?:didn't|did) you (?:even |actually |not |ever |really |bother |just |already |yourself ){0,8}(?:say|tell us|read|choose|pick|order it|look|check|see|notice|think|agree|click|confirm|listen|bother|open your eyes|pay attention)\b/g,
    'help',
    /did you (?:see|check|read|look|notice|choose|pick|open|confirm|click|agree|say)\b/,
  ),
  t(/\b(?:did|do|can|have|are) you even\b/g, 'none', /even (?:out|number|tone|better)/),
  t(/\bdid you (?:bother|actually|really) (?:to )?(?:read|look|check|listen|think)/g),
  t(
    /\bweren't you the one|\bwasn't it you|\bisn't that (?:what|exactly what) you\b|\bdidn't you yourself\b/g,
  ),
  t(
    /\bisn't (?:it|that) (?:obvious|clear|pretty clear|self-explanatory|common sense|simple|what (?:it|the) (?:page|says))|\bis(?:n't)? (?:it|that) (?:really |not ){1,8}(?:that |so )?(?:hard|difficult|obvious|clear|enough)/g,
    'kind',
  ),
  t(
    /\bdon't you (?:understand|get it|know (?:how|that|the|what)|read|listen|have (?:eyes|a brain|anything better|google|common sense)|think (?:we|i|you should|that)|realise|realize|see (?:how|that))/g,
    'help',
  ),
  t(
    /\b(?:can't|can|could|couldn't) you (?:not |even |just |simply ){0,8}(?:read|see(?: that)? (?:it|we|i|the page|for yourself)|see that|wait (?:like|your)|understand|use your|think|count|do (?:anything|something) (?:yourself|right|by)|figure|look it up|google)\b/g,
    'help',
    /(?:can|could) you (?:read (?:me|out|the)|see (?:it|the)|count the|just read|think)/,
  ),
  t(
    /\b(?:do|don't|does) you (?:not |really |honestly |seriously |actually ){1,8}(?:know|understand|read|listen|think|expect|believe|care)/g,
    'help',
  ),
  t(
    /\bdo you (?:think|expect|imagine|believe|suppose) (?:that )?(?:we|i|i'm|we're|our|it's my|money|parcels|everyone|the world|this is a)\b/g,
    'none',
    /do you think (?:we|i) (?:could|can|should|may|might)/,
  ),
  t(
    /(?<!do |would |did )\byou (?:really |seriously |honestly )?(?:think|expect) (?:we|i|us|me|that)\b.{0,80}\?/g,
    'kind',
  ),
  t(
    /\bwho (?:told|asked|made|forced|said) you\b|\bwho (?:said|says) (?:it|we|that)\b|\bwhose fault (?:is|was) (?:that|it|this)/g,
    'kind',
  ),
  t(
    /\bwhat (?:did|do|were|are) you (?:expect|expecting|want from (?:me|us)|want (?:me|us) to do about|even (?:want|mean|talking))/g,
    'kind',
  ),
  t(
    /\bwhat (?:more|else) do you (?:want|expect)\b(?! to (?:know|order|add|buy|see|ask|change))|\bwhat am i supposed to|\bhow am i supposed to|\bhow (?:should|would|could) i (?:possibly )?(?:know|have known)|\bam i supposed to|\bwhat (?:do|would) you (?:have|like) me to do,? (?:magic|fly|drive)/g,
  ),
  t(
    /\bwhy (?:didn't|don't|can't|couldn't|won't) you (?:just |simply |even |ever |first |bother ){0,8}(?:read|look|check|say|listen|think|ask|mention|measure|wait|tell|google|learn|understand|pay|stop|accept|follow|get it)/g,
    'help',
    /why don't you (?:check|look|ask|tell me|measure|wait)\b(?! (?:properly|it yourself|first))/,
  ),
  t(
    /\bwhy (?:are|do|did|would|is it that) (?:you|only you|nobody else|no one else|anyone|anybody|we|i) (?:\w+ )?(?:still|so|always|keep|even|being|making|buy|order|bother|complain|lie|care|have this|asking|shouting|wasting|waste|pay|give|refund|want to (?:lie|cheat))\b/g,
    'kind',
  ),
  t(
    /\bwhy (?:would|should) (?:we|i|anyone|anybody)\b/g,
    'kind',
    /why (?:would|should) (?:i|we) (?:recommend)/,
  ),
  t(
    /\bsince when\b|\bso what\?|^so what$|\bwhat part of\b|\bwhat makes you (?:think|believe|so)|\bare you (?:serious|kidding|joking|for real|deaf|blind|sure you (?:can|read|even|know how))\b|\bwhat(?:'s| is) your (?:problem|point)\b/g,
    'kind',
  ),
  t(
    /\bdo i (?:look|sound|seem) like\b|\bdoes it (?:look|say|sound) (?:like|anywhere)|\bwhere (?:does|did|do) (?:it|i|we) (?:ever |exactly )?(?:say|said|promise|write)\b|\bwhen did (?:i|we) (?:ever )?(?:say|promise|tell)/g,
    'kind',
  ),
  t(
    /\bshouldn't you (?:have|know|be)\b|\bwouldn't you (?:say|know|have|think|agree)\b|\byou did (?:read|see|check|look|measure|notice|open)\b.{0,80}(?:\?|right|didn't you)|\bwhat(?:'s| is) (?:that|this|it) (?:got )?to do with (?:me|us)|\bis that (?:my|our) (?:problem|fault)|\bhow is (?:that|this|it) (?:my|our) (?:problem|fault|job)/g,
    'kind',
  ),
  t(
    /\b(?:would|will|does|did) it (?:kill|hurt|have killed) you\b|\bhave you (?:ever|even|never) (?:heard|tried|thought|read|considered|bothered|used|looked|seen)\b/g,
    'help',
  ),
  t(
    /\b(?:was|is) (?:it|that|the \w+) (?:not )?(?:too|so) (?:hard|difficult|much)(?: for you)? to\b|\bwas i not clear|\bam i not (?:being )?clear|\bdo i (?:have|need) to (?:spell|repeat|draw|explain)|\bis (?:it|this|that) clear (?:enough )?now\b|\bis your (?:screen|keyboard|phone|browser) (?:broken|upside)/g,
    'none',
  ),
  t(
    /\bwhat did i (?:just )?(?:say|tell|write)\b|\bwhat do you not (?:get|understand)\b|\bwhat don't you (?:get|understand)\b|\bseriously\?|\breally\? (?:again|you)/g,
    'kind',
    /what don't you understand.*i'll/,
  ),

  t(
    /\byou (?:do|can|did) (?:know how to|know what|realise|realize|understand|read|see|get)\b.{0,60}(?:\?|right|don't you|can't you)|\bremember\?$|\byou (?:ordered|chose|picked|clicked|agreed|broke) .{0,20}yourself\b.{0,20}\?/g,
    'kind',
  ),
  t(
    /\bwhy (?:even )?bother\b|\bso (?:now )?(?:it|this|that|everything)(?:'s| is) (?:suddenly )?(?:my|our) (?:fault|problem|job)|^who (?:on earth |the hell |in their right mind )?(?:buys?|orders?|washes|puts|wears?|does|would|pays?|expects?|complains?|returns?|leaves?|asks?|uses?|reads?|opens?|waits?)\b/g,
    'kind',
  ),
  t(
    /\bdoes (?:it|the \w+) (?:\w+ )?say .{1,40}(?:anywhere|somewhere)|\b(?:only|just) (?:noticed?|found|saw|realised|realized|remember\w*|tell\w*|mention\w*) (?:it |that |this |me |us )?(?:now|today)\?|\b(?:couldn't|can't|shouldn't|wouldn't|didn't) you (?:have )?(?:checked|looked|read|asked|measured|thought|noticed|waited|known|said|told|mentioned|tried)\b/g,
    'help',
  ),
  t(
    /\b(?:was|were|is|am|wasn't|isn't|aren't|weren't) .{0,40}(?:not )?(?:clear|big|large|plain|simple|obvious|easy|loud|good) enough\b(?! for (?:your|a|the|two|three))/g,
    'help',
  ),
  t(
    /\bwhy (?:are|do) you (?:asking|ask|telling|tell|blaming|blame|shouting|complaining to) (?:me|us)\b|\b(?:and|so|then) (?:you|i|we)(?:'re| are)? (?:still |now |just )?(?:supposed to|expect|want|complain|come|blame)\b.{0,60}\?/g,
    'kind',
  ),
  t(
    /\b(?:how|why) (?:is|was|would|should|could) (?:that|this|it|i|we) (?:be )?(?:my|our|me|us)\b.{0,20}\?|\bwhat (?:am i|are we|do i look like),? (?:a|your)\b|\bare (?:you|we) (?:really|seriously|still) (?:going to|doing|asking|complaining|arguing|having)\b|\bwhat exactly (?:did|do|don't|didn't) you (?:not|expect|think|get|understand|want)/g,
    'kind',
  ),

  t(
    /\bsomething wrong with your (?:eyes|ears|hearing|sight|head|reading)|\bhave you never\b|\b(?:you|do you) (?:really )?call (?:that|this|it) (?:a |an )?\w+\?|\bhow else (?:would|could|should|do)\b|\bby magic\b|\bisn't (?:it|that) your (?:job|responsibility|problem|fault|own)|\b(?:read|spell|write) it (?:all )?out (?:to|for) you\b|\bhold your hand\b|\bdraw (?:you )?a (?:picture|diagram|map) for you|\b(?:mind reader|fortune teller|magician|babysitter|your mother|your secretary)\b.{0,12}\?/g,
    'none',
  ),
];
