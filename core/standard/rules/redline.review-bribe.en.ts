import { wordingOf } from '../wording.ts';

const praise =
  '(?:(?:five|5|full|top|all the|more|glowing|positive|good|nicer?|kind(?:er)?|sweet|lovely|great|happy|higher?|better|perfect|shining|favou?rable)[ -](?:[a-z]+ ){0,2}?(?:reviews?|ratings?|stars?|feedback|scores?|words?|marks?)|(?:another|extra|more) stars?|say something (?:nice|sweet|good|kind)|make (?:it|that) (?:nicer|five|better|a five)|thumbs[- ]up|full marks|(?:max|top|full|maximum) (?:it|the stars|out)|four (?:in)?to five)';
const verdict = '(?:reviews?|ratings?|stars|feedback)';
const erase =
  '(?:chang(?:e|ing)|edit(?:ing)?|updat(?:e|ing)|revis(?:e|ing)|delet(?:e|ing)|remov(?:e|ing)|tak(?:e|ing)|pull(?:ing)?|drop(?:ping)?|withdraw(?:ing)?|clos(?:e|ing)|cancel(?:ling)?|retract(?:ing)?|scrap(?:ping)?|soften|bump|los(?:e|ing))';
const grievance =
  '(?:review|rating|stars?|dispute|claim|complaint|case|chargeback|report|feedback|comment|post)';
const rating = `(?:${praise}|${erase} (?:down )?(?:(?:the|your|that|this|any|it|those) )?(?:[a-z-]+ ){0,2}?${grievance}s?\\b|withdrawal of (?:the|your) [a-z]+|(?:leave|write|post|drop|give)(?: us| me)? (?:a|your|the|that) (?:[a-z]+ ){0,3}?review|(?:omit|makes? no mention|leave out|without mention|(?:review|complaint|dispute|post) (?:is |was |were )?(?:gone|down|closed|disappear|withdrawn|dropped|removed|deleted)))`;
const gift =
  '(?:refund|voucher|coupon|\\bgift|\\bfree\\b|[$£€] ?\\d|\\d+ ?(?:off\\b|yuan|bucks|dollars|pounds|euros|%|percent|quid)|discount|promo|\\bcode\\b|\\bon (?:me|us|the house)\\b|cash ?back|reward|complimentary|\\bcredit|throw(?:ing)? in|(?:is|becomes|are) yours|lands in|remitted|waive|double|bonus|something (?:nice|extra|special)|a little (?:something|treat|extra)|thank[- ]you (?:card|gift|pack)|worth your while|treat you|send you|prize|store credit|half back|money back|\\btreat\\b|freebie|goodie|sweeten|\\bpay you|won.t regret|make it up to you|look after you|sort you out|extra (?:pair|set|one|bottle|pack)|upgrade|next (?:one|order|month|pair|bottle|box)\\b.{0,20}(?:free|on us|on me|half))';

/** What the customer is moved to do, where their own message named the rating or the complaint. */
const yielding =
  '\\b(?:clos(?:e|ing)|drop(?:ping)?|delet(?:e|ing)|remov(?:e|ing)|chang(?:e|ing)|edit|tak(?:e|ing)|withdraw[a-z]*|pull|make|bump|turn(?:ed|s)?|updat(?:e|ing)|become|becomes|disappears?|go away|reconsider|rethink|revisit|soften|retract|forget|say|kinder|nicer|happy|five|higher)\\b';

export const english = wordingOf({
  sign: /nicer|something sweet|star|review|rating|feedback|score|dispute|claim|complaint|withdraw|close it|take it down|comment|chargeback/,
  says: [
    new RegExp(`${rating}.{0,60}?${gift}`),
    new RegExp(
      `${gift}.{0,50}?(?:\\bif\\b|provided|as long as|once|when you|after you|as soon as|in (?:return|exchange)|proof of|against|on condition).{0,40}?(?:${verdict}|(?:complaint|dispute|claim|case|chargeback|post)\\b.{0,16}(?:clos|withdraw|drop|remov|gone|down|cancel|delet))`,
    ),
    new RegExp(
      `${gift} (?:[a-z]+ ){0,3}for (?:a|your|every|each|all|any|an) (?:[a-z0-9-]+ ){0,3}?${verdict}`,
    ),
    new RegExp(`(?:^|[.!?,] )(?:if|once|when|as soon as) .{0,30}?${verdict}.{0,40}?${gift}`),
  ],
  answering: {
    about: /star|review|rating|feedback|dispute|claim|complain|case|report|regulator|chargeback|ombudsman/,
    says: [
      new RegExp(`${yielding}.{0,70}?(?:${gift}|yours\b)`),
      new RegExp(
        `(?:${gift}|refund).{0,50}?(?:\bif\b|once|when|provided|as soon|after|should|in return|first|\\bto\\b).{0,50}?${yielding}`,
      ),
    ],
  },
  unless:
    /honest|either way|regardless|whatever you|no gifts?|not (?:allowed|permitted|able|tied|linked|depend)|do(?:es)? not|don't|doesn't|can't|cannot|no conditions?|no strings|leave it as|or otherwise|good or bad|no need|not needed|nothing you need|unrelated|separate from|nothing to do|independent of|thank(?:s| you)[^.!?]{0,24}(?:review|stars?|rating|feedback)|we value|straight with us|under review|your own words|entirely (?:up to you|yours)|already (?:been )?(?:sent|refunded|issued)/,
  reach: 'message',
});
