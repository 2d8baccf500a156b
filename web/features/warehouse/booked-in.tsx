import type { OperationView } from '../../../core/commerce/operation-api.ts';
import { Comparison } from '../operations/comparison.tsx';
import { ReadySentence } from '../operations/ready-sentence.tsx';
import { useOperationsWords } from '../operations/words.ts';

interface Props {
  operation: OperationView;
  /** The field for the scanner stands above. */
  next?: boolean;
}

/** What was just booked in. The field above has the focus: the next one may be scanned. */
export function BookedIn({ operation: { comparison, sentence, trackingNo }, next = true }: Props) {
  const say = useOperationsWords();
  return (
    <section className="booked-in" role="status" data-testid="booked-in">
      <p>
        <strong>{say('warehouse.bookedIn', { result: trackingNo ?? '' })}</strong>
      </p>
      {comparison && <Comparison comparison={comparison} />}
      {sentence && <ReadySentence sentence={sentence} />}
      {next && <p className="muted">{say('warehouse.next')} ↑</p>}
    </section>
  );
}
