/**
 * Whoever writes an order's number may have seen it on somebody else's parcel: before more than its state is shown, they give a
 * second thing that only its buyer knows, the last four figures of the phone or the receiver's name. Pure.
 */

export interface ProvableOrder {
  receiver: string | null;
  phone: string | null;
}

/** More are guesses: whoever tries the tails one by one is asked by a person. */
const mostTails = 3;
/** In a longer message a name may be one of many. */
const longestMessage = 60;

/** `said`: what the customer wrote. */
export function provenBy(said: readonly string[], { receiver, phone }: ProvableOrder): boolean {
  const texts = said.map((text) => text.normalize('NFKC'));
  return (phone !== null && givesPhone(texts, phone)) || (receiver !== null && givesName(texts, receiver));
}

function givesPhone(texts: readonly string[], phone: string): boolean {
  const figures = phone.replaceAll(/\D/g, '');
  const tail = figures.slice(-4);
  if (tail.length < 4) return false;
  const tails = new Set<string>();
  for (const text of texts) {
    const written = text.match(/\d(?:[ -]?\d)*/g)?.map((run) => run.replaceAll(/\D/g, '')) ?? [];
    for (const run of written) {
      if (figures.length >= 7 && run.endsWith(figures)) return true;
      if (run.length === 4) tails.add(run);
    }
  }
  return tails.size <= mostTails && tails.has(tail);
}

/** Whole, and not masked: "王**" proves nothing. */
function givesName(texts: readonly string[], receiver: string): boolean {
  const name = receiver.normalize('NFKC').trim().toLowerCase();
  if ([...name].length < 2 || !/^[\p{L} .·'-]+$/u.test(name)) return false;
  return texts.some((text) => [...text].length <= longestMessage && holds(text.toLowerCase(), name));
}

const holds = (text: string, name: string) =>
  /[㐀-鿿]/.test(name)
    ? text.includes(name)
    : ` ${text.replaceAll(/[^\p{L}.·'-]+/gu, ' ')} `.includes(` ${name} `);
