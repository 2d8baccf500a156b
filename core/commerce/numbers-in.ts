/** What may be an order's number in what a customer wrote. */

const most = 10;

/** Figures and letters that stand together, with at least six figures: `2026112112345678`, `201121-1234567890`, `#W2611340`. */
export function numbersIn(text: string): string[] {
  const runs = text.normalize('NFKC').match(/#?[a-z\d][a-z\d-]{5,39}/gi) ?? [];
  return [...new Set(runs.filter((run) => run.replaceAll(/\D/g, '').length >= 6))].slice(0, most);
}
