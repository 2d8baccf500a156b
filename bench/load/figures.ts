/** One run in numbers. Times in milliseconds from when a message was due. */
export interface Figures {
  /** Delivered a second. */
  rate: number;
  delivered: Latency;
  acknowledged: Latency;
}

export interface Latency {
  p50: number;
  p99: number;
}

export function figuresOf(rate: number, delivered: number[], acknowledged: number[]): Figures {
  return { rate, delivered: latencyOf(delivered), acknowledged: latencyOf(acknowledged) };
}

export function median(values: number[]): number {
  return quantile(values.toSorted(ascending), 0.5);
}

export function latencyOf(times: number[]): Latency {
  const sorted = times.toSorted(ascending);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** The nearest rank; NaN where there is nothing. */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

const ascending = (a: number, b: number) => a - b;
