import type { QualityRow } from '../../../core/quality/answers.ts';
import { bandOf } from '../../../core/quality/bands.ts';
import { useQualityWords } from './words.ts';
import './points.css';

/** A score, marked where it asks for a look; a veto says whether it is final. */
export function Points({ row: { points, veto } }: { row: Pick<QualityRow, 'points' | 'veto'> }) {
  const q = useQualityWords();
  return (
    <span className="points-mark figures" data-band={bandOf(points, veto !== null)}>
      {veto && (
        <span className="points-veto">
          {q('band.veto')} · {q(`veto.${veto}`)}
        </span>
      )}
      {points}
    </span>
  );
}
