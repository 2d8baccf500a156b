/** What a linear model is trained on. */
export interface Sample {
  features: readonly string[];
  grams: readonly string[];
  /** How much each piece of text counts. */
  share: number;
}

/** Summed weights against ordered thresholds. */
export interface Model {
  features: Map<string, number>;
  grams: Map<string, number>;
  thresholds: number[];
}

interface Options {
  /** How much each threshold counts in the loss. */
  weights: readonly number[];
  rounds: number;
}

const rate = 0.15;
/** Pieces of text are many and say little each: they are held shorter. */
const featureDecay = 0.002;
const gramDecay = 0.02;
const fewest = 2;

/**
 * Ordinal logistic regression by adaptive gradient descent; the order of the samples is shuffled with a fixed seed. What
 * the later rounds end at is averaged, so that little hangs on the order of the last.
 */
export function train<T extends Sample>(
  samples: readonly T[],
  reaches: (sample: T) => readonly boolean[],
  { weights, rounds }: Options,
): Model {
  const columns = new Columns(samples);
  const rows = samples.map((sample) => columns.of(sample));
  const size = columns.size;
  const weight = new Float64Array(size);
  const slope = new Float64Array(size).fill(1e-6);
  const thresholds = weights.map((_, index) => index * 1.5);
  const random = seeded(1);
  const average = new Average(size, thresholds.length);
  for (let round = 0; round < rounds; round++) {
    for (const index of shuffled(rows.length, random)) {
      const row = rows[index]!;
      const { share } = samples[index]!;
      const scale = (column: number) => (columns.isGram(column) ? share : 1);
      const sum = row.reduce((total, column) => total + weight[column]! * scale(column), 0);
      let error = 0;
      reaches(samples[index]!).forEach((reached, step) => {
        const part = (1 / (1 + Math.exp(thresholds[step]! - sum)) - Number(reached)) * weights[step]!;
        error += part;
        thresholds[step]! += 0.02 * part;
      });
      for (const column of row) {
        const gradient = error * scale(column) + columns.decay(column) * weight[column]!;
        slope[column]! += gradient * gradient;
        weight[column]! -= (rate * gradient) / Math.sqrt(slope[column]!);
      }
    }
    if (round * 2 >= rounds) average.add(weight, thresholds);
  }
  return { ...columns.named(average.weights), thresholds: average.thresholds };
}

/** The mean of several rounds. */
class Average {
  private readonly weightSums: Float64Array;
  private readonly thresholdSums: Float64Array;
  private rounds = 0;

  constructor(size: number, steps: number) {
    this.weightSums = new Float64Array(size);
    this.thresholdSums = new Float64Array(steps);
  }

  add(weights: Float64Array, thresholds: readonly number[]): void {
    this.rounds++;
    weights.forEach((weight, i) => (this.weightSums[i]! += weight));
    thresholds.forEach((threshold, i) => (this.thresholdSums[i]! += threshold));
  }

  get weights(): Float64Array {
    return this.weightSums.map((sum) => sum / this.rounds);
  }

  get thresholds(): number[] {
    return [...this.thresholdSums].map((sum) => sum / this.rounds);
  }
}

export function scoreBy(model: Model, { features, grams, share }: Sample): number {
  let sum = 0;
  for (const feature of features) sum += model.features.get(feature) ?? 0;
  for (const gram of grams) sum += (model.grams.get(gram) ?? 0) * share;
  return sum;
}

/** Numbers for names: features first come, pieces of text that occur in more than one sample. */
class Columns {
  private readonly features = new Map<string, number>();
  private readonly grams = new Map<string, number>();
  /** Whether a piece of text, by number. */
  private readonly kinds: boolean[] = [];

  constructor(samples: readonly Sample[]) {
    const counts = new Map<string, number>();
    for (const { grams } of samples) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const { features } of samples)
      for (const feature of features) this.number(this.features, feature, false);
    for (const [gram, count] of counts) if (count >= fewest) this.number(this.grams, gram, true);
  }

  get size(): number {
    return this.kinds.length;
  }

  of({ features, grams }: Sample): number[] {
    return [
      ...features.map((feature) => this.features.get(feature)!),
      ...grams.map((gram) => this.grams.get(gram)).filter((column) => column !== undefined),
    ];
  }

  isGram(column: number): boolean {
    return this.kinds[column]!;
  }

  decay(column: number): number {
    return this.kinds[column] ? gramDecay : featureDecay;
  }

  named(weight: Float64Array): Pick<Model, 'features' | 'grams'> {
    const read = (columns: Map<string, number>) =>
      new Map([...columns].map(([name, column]) => [name, weight[column]!]));
    return { features: read(this.features), grams: read(this.grams) };
  }

  private number(columns: Map<string, number>, name: string, isGram: boolean): void {
    if (columns.has(name)) return;
    columns.set(name, this.kinds.length);
    this.kinds.push(isGram);
  }
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** A linear congruential generator: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}
