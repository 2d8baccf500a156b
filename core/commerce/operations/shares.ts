/** How a sum for several lines is shared among them: by what each still holds, never more than that. Pure. */
import type { LineItems } from './operation.ts';

export interface PaidLine {
  quantity: number;
  /** null: no file says. */
  paid: number | null;
  refunded: number;
}

/** What no line holds (the freight, say) is in none of them. */
export function sharesOf(
  amountFen: number,
  items: readonly LineItems[],
  lines: readonly PaidLine[],
): { line: number; fen: number }[] {
  const shares: { line: number; fen: number }[] = [];
  let left = amountFen;
  for (const { line } of items) {
    const { paid, refunded } = lines[line]!;
    const taken = shares.filter((one) => one.line === line).reduce((sum, { fen }) => sum + fen, 0);
    const fen = Math.min(left, Math.max(0, (paid ?? 0) - refunded - taken));
    if (fen > 0) shares.push({ line, fen });
    left -= fen;
  }
  const whole = new Map<number, number>();
  for (const { line, fen } of shares) whole.set(line, (whole.get(line) ?? 0) + fen);
  return [...whole].map(([line, fen]) => ({ line, fen }));
}
