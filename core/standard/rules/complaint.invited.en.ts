import { wordingOf } from '../wording.ts';

const authority =
  '(?:ombudsman|consumer (?:protection|hotline|rights|affairs|council|advice|association)|trading standards|regulators?|12315|better business bureau|\\bbbb\\b|chargeback|\\bcourts?\\b|\\bthe (?:media|press|papers|police)|newspapers?|watchdog|citizens advice|small claims|head ?office)';
const channel =
  '(?:twitter|tiktok|facebook|reddit|trustpilot|google reviews?|social media|the internet|online|the (?:review|comment)s? (?:section|page)|the reviews?)';
const complaint =
  '(?:complain(?! about your)|complaints? (?:line|form|address|team|department|box|button|page|number)|report (?:us|me|him|her|it|them)|(?:file|open|start|raise|lodge|submit|make|log|escalate) (?:a|an|the|your)? ?(?:[a-z]+ )?(?:dispute|complaint|grievance)|(?:one|1|half a|zero|a single)[- ]?stars?|(?:bad|negative|nasty|scathing|angry|terrible|poor) (?:review|rating|feedback)|denounce|\\bsue\\b|take (?:it|us|this|that|me) (?:up )?(?:to|with)|\\brant\\b|escalate (?:it|this) to|warn (?:the )?others|leave (?:it|that) in (?:a|the) review|spread the word|\\btag us|name and shame|expose us|a review)';
const target = `(?:${complaint}|${authority}|${channel})`;

export const english = wordingOf({
  sign: /complain|report|dispute|star|review|ombudsman|consumer|regulator|court|12315|denounce|internet|online|rant|press|media|trading|\bsue\b|bureau|watchdog|grievance|chargeback|twitter|tiktok|facebook|reddit|trustpilot|shame|feedback|claims|papers|office|ceo/,
  says: [
    new RegExp(
      `\\b(?:feel free|by all means|go (?:right )?ahead|be my guest|knock yourself out|you(?:'re| are) (?:always |more than |quite |very )?(?:welcome|free|at (?:perfect |full )?liberty|entitled)|you (?:can|could|may|might|should)(?: always| also| just| simply| as well)?|why (?:not|don't you)|nobody's stopping you from|nothing (?:stops|is stopping) you|i(?:'d| would) (?:suggest|recommend)|please do|be sure to|don't forget to|remember to|should you (?:wish|care|feel)|if you (?:want|wanna|like|wish|must|prefer|feel)|wish to|try|then|just|do)\\b[^.!?]{0,36}?\\b${target}`,
    ),
    new RegExp(
      `(?:^|[.!?,:;] ?)(?:so |then |and |well |fine,? |ok,? )*(?:file|open|leave|report|complain|sue|post|put|take|call|tell|write|ring|try|contact|email|go to|see you in|give us|tweet)\\b[^.!?]{0,30}?\\b(?:${target}|\\bdispute)`,
    ),
    new RegExp(
      `\\b${authority}\\b[^.!?]{0,40}?(?:\\bnumber|\\bform\\b|do call|lovely|takes|minutes|here's|here is|\\bopen\\b|happy|address|would love|listens?|website)`,
    ),
    new RegExp(
      `${complaint}[^.!?]{0,24}?(?:button(?:'s| is)?|right (?:there|under|here|below)|customary|takes (?:two|a|one)|is (?:at|on|in|over|down|that way|free))`,
    ),
    /(?:here's|here is|i(?:'ll| can| could) (?:send|give|text|email) you)[^.!?]{0,20}?(?:complaints?|regulator|ombudsman|consumer|head ?office)/,
  ],
  answering: {
    about: /complain|report you|bad review|one star|sue|lawyer|court|regulator|press|dispute/,
    says: [
      /^(?:ok(?:ay)?,? |fine,? |sure,? |well,? )*(?:go (?:right )?ahead|be my guest|feel free|by all means|please do|do it|knock yourself out|suit yourself|good luck (?:with that|to you))\b/,
    ],
  },
  unless:
    /don't (?!forget)|do not|before you|no need|instead of|sorry (?:you|to hear you)|already|your (?:complaint|dispute|report|claim|review|feedback)|\bwe(?:'ll| will| have|'ve|'d) (?!be|love|give|send)|\bi(?:'ll| will| have|'ve| would|'d) (?!suggest|recommend|send|give|text)|\bscam|\bfake|not us|\bhonest|can i try|let me/,
  reach: 30,
});
