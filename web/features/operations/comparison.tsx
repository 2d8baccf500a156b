import type { ParcelComparison, SkuCount } from '../../../core/commerce/operations/compare-parcel.ts';
import { useOperationsWords } from './words.ts';

/** What came back beside what should have: as ordered, or what is wrong, missing and too much. */
export function Comparison({ comparison }: { comparison: ParcelComparison }) {
  const say = useOperationsWords();
  const items = (counts: readonly SkuCount[]) =>
    counts
      .map(({ skuCode, quantity }) => say('comparison.item', { sku: skuCode, count: quantity }))
      .join('、');
  return (
    <div className="comparison" data-matches={comparison.matches} data-testid="comparison">
      <strong>{say(comparison.matches ? 'comparison.matches' : 'comparison.differs')}</strong>
      {(['wrong', 'missing', 'extra'] as const).map(
        (what) =>
          comparison[what].length > 0 && (
            <span key={what}>{say(`comparison.${what}`, { items: items(comparison[what]) })}</span>
          ),
      )}
    </div>
  );
}
