import { memo } from 'react';
import { pieces, type MarkedRange } from './marked.ts';
import './marked-text.css';

/** The words with a line under those that something is said about. Text only, never markup. */
export const MarkedText = memo(function MarkedText({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly MarkedRange[];
}) {
  return pieces(text, ranges).map((piece, at) =>
    piece.weight === null ? (
      piece.text
    ) : (
      <mark key={at} className="marked" data-weight={piece.weight}>
        {piece.text}
      </mark>
    ),
  );
});
