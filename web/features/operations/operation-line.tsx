import { useState } from 'react';
import type { OperationView, Overtaken } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { shortDayAndTime } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { amount } from '../orders/amount.ts';
import type { PutFact } from '../orders/put-fact.ts';
import { Comparison } from './comparison.tsx';
import { OvertakenLook } from './overtaken-look.tsx';
import { ParcelPhotos } from './parcel-photos.tsx';
import { ReadySentence } from './ready-sentence.tsx';
import { SignatureLines } from './signature-lines.tsx';
import { StateMark } from './state-mark.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { signersWords, useOperationsWords, type OperationsKey } from './words.ts';
import './operations.css';

interface Props {
  operation: OperationView;
  /** Its order's source says something new of what it changed. */
  overtaken?: Overtaken | undefined;
  onPut?: PutFact;
  onEdit(): void;
}

/** One operation as its order's history shows it, with what the reader may still do to it. */
export function OperationLine({ operation, overtaken, onPut, onEdit }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [undoing, setUndoing] = useState(false);
  const { kind, state, amountFen, currency, reason, requester, needs, createdAt, may } = operation;
  return (
    <li className="operation-line" data-testid="operation" data-kind={kind} data-state={state}>
      <div className="operation-head">
        <strong>
          {say(`kind.${kind}`)}
          {amountFen !== null && <span className="figures"> {amount(amountFen, currency, lang)}</span>}
        </strong>
        <StateMark kind={kind} state={state} />
      </div>
      <p className="operation-by muted figures">
        {shortDayAndTime(createdAt, lang)}{' '}
        {say('history.by', { name: requester.name, reason: say(`reason.${reason.code}` as OperationsKey) })}
      </p>
      {reason.words && <p className="operation-words">{reason.words}</p>}
      {state === 'waiting' && needs.length > 0 && (
        <p className="operation-waits">{say('history.waits', { who: signersWords(needs, say) })}</p>
      )}
      {state === 'unknown' && <p className="operation-waits">{say('state.unknown.what')}</p>}
      {overtaken && <OvertakenLook operation={operation} overtaken={overtaken} />}
      <SignatureLines signatures={operation.signatures} />
      <Told operation={operation} />
      {operation.comparison && <Comparison comparison={operation.comparison} />}
      <ParcelPhotos orderId={operation.orderId} photos={operation.photos} />
      {operation.sentence && <ReadySentence sentence={operation.sentence} onPut={onPut} />}
      {(may.undo === true || may.edit === true) && (
        <p className="operation-acts">
          {may.edit === true && kind !== 'book-in' && (
            <button type="button" className="fact-put" data-testid="operation-edit" onClick={onEdit}>
              {say('edit')}
            </button>
          )}
          {may.undo === true && (
            <button
              type="button"
              className="fact-put"
              data-testid="operation-undo"
              onClick={() => setUndoing(true)}
            >
              {say('undo')}
            </button>
          )}
        </p>
      )}
      {undoing && <UndoDialog operation={operation} onClose={() => setUndoing(false)} />}
    </li>
  );
}

/** When it is due, where it was paid, with which parcel it left. */
function Told({ operation: { state, dueAt, reference, trackingNo } }: { operation: OperationView }) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const now = useNow();
  const waits = state === 'ready' || state === 'paying' || state === 'unknown';
  const late = waits && dueAt !== null && dueAt < now;
  const told = [
    reference !== null && say('history.reference', { reference }),
    trackingNo !== null && say('history.tracking', { number: trackingNo }),
    waits && dueAt !== null && !late && say('history.due', { time: shortDayAndTime(dueAt, lang) }),
  ].filter(Boolean);
  return (
    <>
      {told.length > 0 && <p className="muted figures">{told.join(' · ')}</p>}
      {late && (
        <p className="operation-waits figures">
          {say('history.overdue', { time: shortDayAndTime(dueAt, lang) })}
        </p>
      )}
    </>
  );
}
