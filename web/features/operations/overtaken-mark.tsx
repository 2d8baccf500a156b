import { useQuery } from '@tanstack/react-query';
import type { Event } from '../../../core/events.ts';
import { useMay } from '../../app/session.ts';
import { useKeep } from './use-keep.ts';
import { orderOperationsQuery } from './use-operations.ts';
import { useOperationsWords } from './words.ts';
import './looks.css';

/** In the thread: the shop system said something new of what was changed from here. Both words, and the way to the desk's own. */
export function OvertakenMark({
  event: { kind, orderId, operationId },
  isLatest,
}: {
  event: Pick<Extract<Event, { type: 'order.operated' }>, 'kind' | 'orderId' | 'operationId'>;
  /** Else somebody has looked, or it came again. */
  isLatest: boolean;
}) {
  const say = useOperationsWords();
  const may = useMay();
  const { data } = useQuery({ ...orderOperationsQuery(orderId), enabled: isLatest });
  const keep = useKeep(operationId, orderId);
  const what = say(`kind.${kind}`);
  if (!isLatest) return say('mark.overtaken.over', { what });
  if (!data) return say('mark.overtaken', { what });
  const both = data.overtaken.find((one) => one.operationId === operationId);
  const by = data.operations.find((one) => one.operationId === operationId)?.requester.name;
  if (!both || by === undefined) return say('mark.overtaken.over', { what });
  return (
    <span className="mark-overtaken figures" data-testid="mark-overtaken">
      {say('mark.overtaken.both', { what, by, source: both.source, desk: both.desk })}
      {may('operations.serve') && (
        <>
          {' '}
          <button
            type="button"
            className="fact-put"
            data-testid="mark-overtaken-keep"
            disabled={keep.busy}
            onClick={() => void keep.run()}
          >
            {say('overtaken.keep')}
          </button>
        </>
      )}
    </span>
  );
}
