/** Stands for a quoted character; matches no pattern. */
const mask = '\ufffd';

const quoted =
  /"[^"\n]{1,120}"|“[^“”\n]{1,120}”|「[^「」\n]{1,120}」|『[^『』\n]{1,120}』|《[^《》\n]{1,60}》/g;

/** Words that report what somebody said, wrote or asked, just before the quotation. */
const reports =
  /(?:说|讲|骂|问|提|写|看|叫|喊|回复|反馈|评价|听|提到|关于|所谓|是|的|到|句|为|:|,|said|says|say|wrote|write|asked|mentioned|called|call|quote|read|about|as|word|words|term|message)\s*(?:了|过|的是|我们?|他|她|您|你|me|us|him|her|you|them)?\s*$/;
/** Words that refer back to the quotation. */
const refersBack = /^\s*(?:这|那|的|二字|两个?字|几个字|字样|之类|一词|等|,|is|was|means|but|and|I'm|i'm)/;

/**
 * The text with quotations blanked out, letter for letter, so that nobody is blamed for words they only repeat. A single
 * quoted word used on the customer ("就您这“智商”") stays.
 */
export function maskQuotes(text: string): string {
  if (!/["“「『《]/.test(text)) return text;
  return text.replace(quoted, (quotation: string, index: number) => {
    const before = text.slice(Math.max(0, index - 12), index);
    const after = text.slice(index + quotation.length, index + quotation.length + 4);
    const repeated = quotation.length > 10 || reports.test(before) || refersBack.test(after);
    return repeated ? mask.repeat(quotation.length) : quotation;
  });
}
