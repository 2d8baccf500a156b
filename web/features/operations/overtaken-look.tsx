import type { OperationView, Overtaken } from '../../../core/commerce/operation-api.ts';
import { useMay } from '../../app/session.ts';
import { useKeep } from './use-keep.ts';
import { useOperationsWords } from './words.ts';

/** Both words on one thing, and the way to the desk's own; undoing it is the way to the other. */
export function OvertakenLook({
  operation: { operationId, orderId },
  overtaken: { desk, source },
}: {
  operation: OperationView;
  overtaken: Overtaken;
}) {
  const say = useOperationsWords();
  const may = useMay();
  const keep = useKeep(operationId, orderId);
  return (
    <div className="operation-overtaken" role="status" data-testid="overtaken">
      <strong>{say('overtaken.title')}</strong>
      <p className="figures">{say('overtaken.source', { what: source })}</p>
      <p className="figures">{say('overtaken.desk', { what: desk })}</p>
      {may('operations.serve') && (
        <p className="muted">
          <button
            type="button"
            className="fact-put"
            data-testid="overtaken-keep"
            disabled={keep.busy}
            onClick={() => void keep.run()}
          >
            {say('overtaken.keep')}
          </button>{' '}
          {say('overtaken.undo')}
        </p>
      )}
    </div>
  );
}
