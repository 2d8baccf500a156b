import type { Weight } from '../../../core/standard/finding.ts';
import { useStandardWords } from './words.ts';

/** A weight by its word, with a point in its colour. */
export function WeightMark({ weight }: { weight: Weight }) {
  const t = useStandardWords();
  return (
    <span className="weight-mark" data-weight={weight}>
      {t(`weight.${weight}`)}
    </span>
  );
}
