import { wordingOf } from '../wording.ts';

const messenger =
  '(?:whats ?app|we ?chat|weixin|telegram|viber|\\bline id|\\bon (?:line|signal|ig|insta|tg|snap|fb|wa|discord)\\b|instagram|insta\\b|snapchat|messenger|facebook|discord|\\bqq\\b|(?:a|my|our) (?:chat )?group|(?:green|blue|other|another) (?:chat )?app\\b|(?:private|personal|own|direct) (?:number|phone|e-?mail|line|chat|mobile|cell|inbox|handle))';
const purse =
  "(?:\\b(?:my|his|her|the (?:owner|boss|engineer|driver|fitter)(?:'s)?)(?: own)?(?: personal| private| savings)?(?: bank)? ?(?:account|card|paypal|iban|wallet|bank)\\b|\\bpersonal (?:bank )?(?:account|card|paypal)|venmo|zelle|cash ?app|revolut|monzo|friends (?:and|n|&) family|western union|moneygram|bitcoin|crypto|alipay(?! at| on the)|sort code)";

export const english = wordingOf({
  sign: /what|wechat|weixin|tele|insta|snap|\bon |app\b|number|venmo|zelle|cash|paypal|account|transfer|wire|bank|card|checkout|platform|site|shop|store|books|here|direct|private|outside|commission|fee|cell|messenger|alipay|ebay|etsy/,
  says: [
    new RegExp(
      `\\b(?:add|text|message|msg|find|dm|ping|hit|reach|contact|write|continue|move|switch|talk|chat|call|ask|go|come|join|try|use|give me|drop|send|follow|i'm|carry on|pop)\\b.{0,30}?${messenger}`,
    ),
    new RegExp(
      `\\b(?:your|ur|my|share|got|have) ${messenger}|${messenger} (?:me\\b|id\\b|number|is\\b|instead|for)`,
    ),
    new RegExp(
      `\\b(?:pay|send|transfer|wire|deposit|settle|straight|direct(?:ly)?|to|via|by|with|using|through|into)\\b.{0,24}?${purse}|(?:just )?(?:venmo|zelle|paypal|cash ?app|revolut) me`,
    ),
    /(?:direct|private) (?:bank )?transfer|\bwire (?:it|me|the money)|\bbank transfer\b.{0,30}?(?:to me|cheaper|off|discount|skip)|\bin cash\b.{0,40}?(?:privately|engineer|driver|need not|not appear|no receipt|cheaper|off)|\bcash\b.{0,20}?(?:to (?:the )?(?:driver|engineer|fitter|courier)|in hand)/,
    /\bprivately\b|off[- ](?:the[- ])?(?:books|record|platform|app|site)|under the table|side (?:deal|sales?)|\b(?:outside|off) (?:of )?(?:the|this) (?:app|platform|site|marketplace|shop)|\bbetween (?:us|you and me)\b.{0,40}?(?:pay|price|deal|buy|order)|just (?:us|you and me)\b.{0,20}?(?:deal|price)/,
    /\b(?:skip|bypass|avoid|go around|get around|leave|ditch|forget|cut out) (?:this |the |their )?(?:app|checkout|platform|site|marketplace|middleman|basket|(?:platform |marketplace )?fees?|commission)\b/,
    /\b(?:minus|without|no|save|saves|avoid|dodge)(?: (?:us|you|the|any|all))*? ?(?:platform|marketplace|app|site) (?:fees?|commission|cut)\b|\b(?:platform|app|site|marketplace) (?:takes|charges|skims|eats) /,
    /\b(?:my|our) (?:own|other|personal|private) (?:site|website|web ?shop|shop|store|page|stall)\b|\b(?:order|buy|get|find)\b.{0,16}?\b(?:from|on|at|through) (?:my|our) (?:site|website|web ?shop|page|instagram|etsy|ebay)|\b(?:etsy|ebay|depop|vinted|gumtree|craigslist|temu|shopee)\b/,
    /\b(?:cancel|close|withdraw)\b.{0,30}?(?:\band\b|then|,).{0,30}?(?:direct|privately|my own|myself|wire|text my|order from|pay me)/,
    /(?:can't|cannot|not|don't) (?:be )?(?:really )?(?:talk|discuss|say|chat|quote|discussed|mention|share)[a-z]*.{0,16}?\bhere\b|\bbut not (?:on )?here\b|(?:talk|chat|discuss|continue)\b.{0,16}?(?:elsewhere|somewhere else)/,
    /\b(?:cheaper|less|lower|discount|deal|better price|% off)\b.{0,30}?(?:\bif you (?:pay|buy|order) (?:me|direct|straight)|\bdirect(?:ly)? (?:with|from|to) (?:me|us)|pay me)|\bpay me (?:direct|straight)|\b(?:buy|order|deal|pay|book) direct(?:ly)? (?:with|from|through|to) (?:me|us)\b/,
    /\bscan (?:my|this|the) (?:qr|code)\b.{0,20}?(?:pay|add|join|chat)/,
  ],
  unless:
    /(?:don't|do not|never|can't|cannot) (?:add|use|pay|send|transfer|go|take|accept|move|give|scan|share (?:my|personal)|deal|chat|communicate|ask|offer|do|sell|have)|please don't|won't|\bnot (?:us|allowed|permitted|possible|ours|affiliated)|nope|only (?:chat|correspond|pay|through|use|sell)|must go|scam|fraud|regret|fake|impersonat|please report|\bno, |sorry|protected|official/,
  reach: 36,
});
