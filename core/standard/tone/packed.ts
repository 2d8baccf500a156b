/** The weights as they are stored: see `training/train-tone.ts`, which writes them. */
export interface PackedTone {
  /** What a weight of 1 is worth: a whole unit is this many. */
  unit: number;
  bias: readonly number[];
  /** Hashes of the features in ascending order, each as its distance from the one before, base 128; base64. */
  features: string;
  /** For each tone a weight for each feature, one signed byte each; base64. */
  weights: string;
}
