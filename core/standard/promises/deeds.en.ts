import type { Deed, Doer } from './deed.ts';
import { deedPatterns, deedsIn, doerBefore, doerPatterns } from './deed.ts';

const goods =
  '(?:it|them|this|that|those|these|the|your|yours|one|out|off|everything|all|both|an?|my|our|order|parcel|package|item|goods|today|tomorrow|tonight|on|by|within|first|to you|you)';
const another =
  '(?:a |an |the |you |your |out |off |over |one |some |free |brand[- ]?)*(?:replacements?|new|another|missing|second|correct|right)\\b';

const patterns = deedPatterns([
  {
    action: 'callback',
    pattern:
      /\b(?:call|ring|phone)(?=(?: at| by| around| before| on| in| within| again)* \ufffd)|\bcall(?:ing|ed)? (?:you|back)(?: back)?\b|\b(?:give|giving|drop|get|have|receive|expect|getting) (?:you )?(?:a |the |my |our |your )?(?:quick |follow-up |return |phone )*(?:call(?:back)?|ring|buzz|bell|tinkle)\b|\b(?:ring(?:ing)?|phon(?:e|ing)|telephone|dial) (?:you|back)\b|\bcall-?backs?\b|\bon the phone to you\b|\bbe called\b|\bby (?:phone|telephone)\b|\ba (?:phone )?call from (?:me|us|my|our)\b/g,
  },
  {
    action: 'resend',
    pattern: new RegExp(
      String.raw`\bre-?(?:send(?:ing)?|sent|ship(?:ping|ped|ment)?|dispatch(?:ed|ing)?|deliver(?:ed)?)\b|\b(?:send(?:ing)?|ship(?:ping)?|post(?:ing)?|mail(?:ing)?|dispatch(?:ing)?|get(?:ting)?|put(?:ting)?) ${another}|` +
        String.raw`\b(?:a|your|the) (?:free )?(?:replacement|new (?:one|unit|parcel|item))\b|\bnew one\b|\bsend(?:ing)? (?:it|them|one|that) (?:again|once more|anew)\b`,
      'g',
    ),
  },
  {
    action: 'refund',
    pattern:
      /\brefund(?:ed|ing|s)?\b|\bmoney back\b|\breimburs(?:e|ed|ing|ement)\b|\b(?:return|send|transfer|wire|pay|give|get) (?:you )?(?:back )?(?:the|your|that)? ?(?:money|payment|deposit|difference|amount)\b|\bpay(?:ing)? (?:you|it|that) back\b|\b(?:pay|paid|credit(?:ed)?|put)\b(?=.{0,24}\b(?:back|account|card)\b)/g,
  },
  {
    action: 'reply',
    pattern:
      /\b(?:get|be|come|circle|write|message|report|gets|getting|coming|writing|go) (?:right |straight )?(?:you )?back(?: (?:to|with|at) (?:you|here))?\b(?! in stock| to (?:work|normal|the (?:desk|office|shop)))|\bback to you\b|\blet(?:ting)? you know\b|\b(?:updat(?:e|ing)|tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|messag(?:e|ing)|e-?mail(?:ing)?|text(?:ing)?|contact(?:ing)?|answer(?:ing)?|writ(?:e|ing)|ping(?:ing)?|brief) (?:you|to you)\b(?! (?:the |an? |your |our )?(?:invoice|receipt|label|form|voucher|coupon|code|photo|picture|link|manual|copy))|\b(?:be|keep|stay|get) in touch\b|\b(?:to|will|'ll) answer\b|\brepl(?:y|ies|ied|ying)\b|\brespon(?:d|se|ding)\b|\breach(?:ing)? out\b|\bfollow(?:ing)? up\b|\bkeep(?:ing)? you (?:posted|updated|informed|in the loop)\b|\b(?:have|get|give|send|share|bring|find|expect|receive|post|provide|drop)(?:ing)? (?:you )?(?:a |an |the |some |your |my |our |another )?(?:\w+ ){0,2}(?:answer|update|news|reply|response|result|outcome|word|note|line|message|email|decision|confirmation|feedback|tracking(?: (?:number|code|link))?)s?\b|\bhear back\b|\bhear from (?:me|us|my|our|the team|someone)\b|\b(?:an |your |the )?(?:answer|update|news|confirmation|reply) (?:(?:for you|to you|coming|by|within|in|before)\b|\ufffd)|\bconfirm\b(?=.{0,16}\b(?:you|here)\b)|\bbe (?:contacted|informed|updated|notified|told)\b/g,
  },
  {
    action: 'other',
    pattern:
      /\b(?:send(?:ing)?|sent|post(?:ing)?|mail(?:ing)?|email(?:ing)?) (?:you )?(?:over |out |across )?(?:the |an? |your |our |some |those )?(?:\w+ )?(?:photos?|pictures?|link|quote|invoice|code|chart|note|voucher|coupon|receipt|copy|screenshot|form|list|video|manual|guide)\b/g,
  },
  {
    action: 'ship',
    pattern: new RegExp(
      String.raw`\b(?:ship(?:ping|ped|s)?|dispatch(?:ed|ing|es)?|despatch(?:ed|ing)?)\b(?! (?:address|fee|cost|charge|label|note|time|method|policy|option|department|team|email|update|confirm))|` +
        String.raw`\b(?:send(?:ing)?|sent|post(?:ing|ed)?|mail(?:ing|ed)?|hand(?:ing|ed)?) ${goods}(?! (?:email|update|answer|message|reply|news))|` +
        String.raw`\b(?:be|get|is|are|it's|been) (?:sent|posted|mailed|handed)\b|\b(?:go|going|goes|get|gets|be|heads?|heading|leaves?|leaving)(?: straight)? (?:out|off|in the (?:post|mail)|on its way|our warehouse|the warehouse|out (?:of )?the door)\b(?! of stock)|\bin the (?:post|mail)\b|\bout the door\b|\bon (?:its|the) way\b`,
      'g',
    ),
  },
  {
    action: 'check',
    general: true,
    pattern:
      /\b(?:check(?:ing|ed)?|verif(?:y|ying|ied)|look(?:ing|ed)? (?:into|it up|this up|that up|up|at)|find(?:ing)? out|investigat(?:e|ing|ed)|double-?check|dig(?:ging)? into|ask(?:ing)?|chase|chasing|trac(?:e|ing|ed)|track(?:ing)? down|review(?:ing|ed)?|confirm(?:ing|ed)?|inspect|see (?:what|if|whether))\b/g,
  },
  {
    action: 'other',
    general: true,
    pattern:
      /\b(?:handle|handling|handled|sort(?:ed|ing)?|process(?:ed|ing)?|arrang(?:e|ed|ing)|take care|taken care|deal(?:ing)? with|resolv(?:e|ed|ing)|fix(?:ed|ing)?|submit(?:ted)?|escalat(?:e|ed|ing)|rais(?:e|ed|ing)|set up|work(?:ing)? on|complete(?:d)?|do (?:it|that|this)|done|get (?:it|this|that)|push)\b/g,
  },
  {
    action: 'other',
    pattern:
      /\b(?:invoice|receipt|voucher|coupon|cancel(?:led|ling)?|chang(?:e|ed|ing)|upgrade|compensat(?:e|ed|ion)|repair(?:ed)?|replac(?:e|ed|ing)|exchang(?:e|ed|ing)|collect(?:ed|ion)?|pick(?:ed)? (?:it )?up|book(?:ed|ing)?|restock(?:ed)?|hold(?! on)|reserve|apply|approv(?:e|ed)|install|send(?:ing)?|sent|email(?:ed|ing)?|post(?:ed|ing)?|issue(?:d)?)\b/g,
  },
  // Whatever else is undertaken.
  {
    action: 'other',
    general: true,
    fallback: true,
    pattern:
      /\b(?:i|we)(?:'ll| will|'m going to|'re going to)\b(?! (?:be (?:here|around|off|in|away|open|closed|happy|glad)|have to|need|wait|not|try)\b)/g,
  },
]);

const others =
  '(?:couriers?|carriers?|drivers?|royal mail|ups|fedex|dhl|usps|hermes|evri|dpd|post ?(?:office|man)|postal service|delivery (?:company|firm|partner|driver|man|guy)|platform|marketplace|amazon|ebay|paypal|visa|mastercard|banks?|card (?:issuer|company)|manufacturers?|makers?|factory|suppliers?|brand|system|insur(?:er|ance)|customs|third part(?:y|ies)|depot|installer)';

const doers = doerPatterns([
  {
    doer: 'shop',
    pattern:
      /\b(?:i|we|i'll|we'll|i'm|we're|i've|we've|let me|our (?:\w+ )?(?:department|desk|team|warehouse|finance|manager|supervisor|office|shop|store|staff|colleague)|my (?:colleague|manager|supervisor|team|boss|lead)|a (?:colleague|supervisor|manager|specialist|team ?mate)|the (?:warehouse|supervisor|manager|finance|team|duty lead|shift lead|shop|office|accounts)|someone|somebody|finance|accounts|you(?:'ll| will| should|'re going to| can expect to) (?:get|have|hear|receive|see|be)|expect)\b/g,
  },
  {
    doer: 'others',
    pattern: new RegExp(
      String.raw`(?<!\b(?:contact|chase|chasing|call|ask|with|from|to|via|by|push|nudge|phone|email|message|through|at|press|ring|in|on|tell|use|speak to|hand it to) (?:the |our |your |their |my )?)\b${others}\b(?!'s? (?:number|link|page|site|website|card|account)| (?:tracking|number|link|page|account|fee))|\b(?:ask|have|get|tell|make|request)(?:ing)? (?:the |our |your )?${others} to\b|\bautomatic(?:ally)?\b`,
      'g',
    ),
  },
  {
    doer: 'customer',
    pattern:
      /\byou (?:can|could|may|should|need|must|have to|want|might|send|return|ship|post|check|contact|call|reply|cancel|get|do)\b|\byou(?:'ll| will) (?:need|have to|want|be able)\b|\b(?:please|kindly)\b(?! (?:bear|allow|give (?:me|us)|wait|hold|rest|accept|be|don't|do not|know|note|expect))|\bfeel free\b|\bmake sure (?:you|to)\b|\byour (?:bank|card)\b/g,
  },
]);

const usual =
  /\b(?:usually|normally|typically|generally|as a rule|on average|tends? to|always|every|takes?|took|standard|orders (?:are|is|ship|placed|go)|all orders|may|might|maybe|possibly|probably|perhaps|policy|often|in most cases|most)\b/;
const negated =
  /\b(?:won't|can't|cannot|not|never|unable|couldn't|isn't|aren't|don't|doesn't|didn't|no need|wouldn't|instead of|without)\b/;
const past =
  /(?<!'ll |will |shall |can |to )\b(?:has|have|had|'ve|'s|was|were) (?:already |just |now )?(?:been )?$|\b(?:was|were) (?:going|supposed|meant|about) to\b|\b(?:already|yesterday|just|earlier|last (?:night|week))\b/;
const future =
  /\b(?:will|shall|going to|gonna|promise(?: you)?(?: to)?|can|let me|should|is being|are being|am|are|is|to|get|gets|have|expect)\b|'ll\b|'m\b|'re\b|'s\b|\bgoes?\b/;
const condition =
  /\b(?:if|unless(?! (?:some|any)thing)|once|when(?:ever)?|after(?! (?:lunch|noon|\d|that|work|tomorrow|all))|provided|as long as|upon|subject to|in case|should you|should it|on (?:receipt|arrival)|as soon as|assuming|until(?! \ufffd)|till you|depending)\b|\bof (?:receiving|receipt|getting|the (?:return|parcel|item)|your (?:return|order|payment)|delivery|arrival|it arriving|us (?:receiving|getting)|purchase|payment)\b|\b(?:from|following) (?:receipt|delivery|purchase|dispatch|the (?:date|day))\b/;
const noCondition =
  /\b(?:even if|whether or not|if not sooner|if (?:that's|it's) (?:ok|okay|alright|all right|fine)|if you don't mind|if i may|if possible|if (?:need be|needed|necessary)|no matter|when(?:'s| is) (?:good|best)|if anything changes|what happens when)\b/;

/** The deeds of an English clause. `whole` is the text it is of, `carried` who was speaking of himself in the clause before. */
export function englishDeeds(clause: string, whole: string, carried: Doer | null): Deed[] {
  const deeds = deedsIn(clause, whole, patterns);
  if (deeds.length === 0) return deeds;
  const bound = isEnglishCondition(clause);
  for (const deed of deeds) {
    const before = clause.slice(0, deed.start);
    const words = clause.slice(deed.start, deed.end);
    const doer =
      doerBefore(clause, deed.general ? deed.end : deed.start, whole, doers) ??
      carried ??
      (/\b(?:they|it)(?:'ll)?\b/.test(before) && !/\bit(?:'ll| will| is|'s)\b/.test(before)
        ? 'others'
        : null);
    deed.promised =
      !bound &&
      isUndertaken(words, before, clause.slice(deed.end), doer) &&
      !usual.test(clause) &&
      !negated.test(before);
  }
  return deeds;
}

/** Speaks of goods or money on their way: no deed of the shop. */
export const englishArrival =
  /\b(?:arriv(?:e|es|ing|al)|deliver(?:ed|y)|reach(?:es)? (?:you|your)|show up|appear|clear|land)\b/;

export function englishDoer(clause: string, whole: string): Doer | null {
  return doerBefore(clause, clause.length, whole, doers);
}

export function isEnglishCondition(clause: string): boolean {
  return condition.test(clause) && !noCondition.test(clause);
}

function isUndertaken(words: string, before: string, after: string, doer: Doer | null): boolean {
  if (
    doer === 'others' ||
    doer === 'customer' ||
    past.test(before) ||
    /^ (?:was|has|have been|went|is (?:done|complete|processed))\b/.test(after)
  )
    return false;
  const later = future.test(before) || /'ll|will|going to|^(?:be|get|have|expect|is|are) /.test(words);
  if (
    /^(?:called|refunded|shipped|dispatched|sent|posted|replied|credited|paid|checked|processed|resent|handled|sorted)\b/.test(
      words,
    )
  )
    return later;
  if (later || /ing\b/.test(words)) return true;
  // A bare verb at the start is an order to the customer, unless it is done to them.
  return (
    doer === 'shop' ||
    /\byou\b/.test(words) ||
    (/^(?:an?|your|the|refund|replacement|update|answer|callback|call back|back)\b/.test(words) &&
      !/^ (?:it|us|me)\b/.test(after))
  );
}
