/**
 * Logistic regression over sparse features, trained by AdaGrad in a fixed order: the same examples give the same weights.
 * Features are scaled by how much they tell the classes apart (Wang and Manning, ACL 2012, "Baselines and Bigrams").
 */
export interface Sample {
  /** Numbers of features, each once. */
  features: readonly number[];
  is: boolean;
}

export interface Linear {
  weights: Float64Array;
  bias: number;
}

export function trainLinear(samples: readonly Sample[], featureCount: number): Linear {
  const scale = tellingApart(samples, featureCount);
  const weights = new Float64Array(featureCount);
  const squares = new Float64Array(featureCount);
  let bias = 0;
  let biasSquares = 0;
  const next = numbersFrom(7);
  const order = samples.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, next);
    for (const i of order) {
      const { features, is } = samples[i]!;
      const share = 1 / Math.sqrt(features.length || 1);
      let sum = bias;
      for (const one of features) sum += weights[one]! * scale[one]! * share;
      const miss = 1 / (1 + Math.exp(-sum)) - (is ? 1 : 0);
      for (const one of features) {
        const slope = miss * share * scale[one]! + decay * weights[one]!;
        squares[one]! += slope * slope;
        weights[one]! -= (rate * slope) / (1e-6 + Math.sqrt(squares[one]!));
      }
      biasSquares += miss * miss;
      bias -= (rate * miss) / (1e-6 + Math.sqrt(biasSquares));
    }
  }
  return { weights: weights.map((weight, i) => weight * scale[i]!), bias };
}

const rounds = 12;
const rate = 0.15;
const decay = 1e-5;

/** How strongly a feature speaks for or against: the log ratio of its shares among both kinds of samples. */
function tellingApart(samples: readonly Sample[], featureCount: number): Float64Array {
  const among = [new Float64Array(featureCount), new Float64Array(featureCount)] as const;
  const total = [1, 1];
  for (const { features, is } of samples) {
    total[is ? 1 : 0]!++;
    for (const one of features) among[is ? 1 : 0][one]!++;
  }
  return among[1].map((count, i) =>
    Math.abs(Math.log((count + 0.5) / total[1]! / ((among[0][i]! + 0.5) / total[0]!))),
  );
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
