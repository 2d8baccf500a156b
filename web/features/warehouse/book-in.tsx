import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FoundParcel, OperationView } from '../../../core/commerce/operation-api.ts';
import type { StrayParcel } from '../../../core/commerce/stray-api.ts';
import { useMessage } from '../../lib/use-message.ts';
import { Answer, Nothing } from '../orders/answer.tsx';
import { operationsApi } from '../operations/operations-api.ts';
import { operationsKey } from '../operations/use-operations.ts';
import { useOperationsWords } from '../operations/words.ts';
import { BookedIn } from './booked-in.tsx';
import { ParcelForm } from './parcel-form.tsx';
import { StrayForm } from './strays/stray-form.tsx';
import { ScanField } from './scan-field.tsx';

type Found = FoundParcel['orders'][number];

/** Scan, count, book in, scan the next: the field for the scanner is always there and has the focus when one is done. */
export function BookIn() {
  const say = useOperationsWords();
  const message = useMessage();
  const field = useRef<HTMLInputElement>(null);
  /** `times`: the same parcel scanned again is a new beginning. */
  const [scan, setScan] = useState<{ code: string; times: number } | null>(null);
  const [booked, setBooked] = useState<OperationView | null>(null);
  return (
    <>
      <ScanField
        field={field}
        label={say('warehouse.scan')}
        placeholder={say('warehouse.scan.hint')}
        onScan={(code) => {
          setBooked(null);
          setScan((before) => ({ code, times: (before?.times ?? 0) + 1 }));
        }}
      />
      {booked ? (
        <BookedIn operation={booked} />
      ) : scan ? (
        <Look
          key={scan.times}
          code={scan.code}
          onBooked={(operation) => {
            setBooked(operation);
            setScan(null);
            field.current?.focus();
          }}
          onStray={({ trackingNo }) => {
            message.success(say('stray.booked', { number: trackingNo }));
            setScan(null);
            field.current?.focus();
          }}
        />
      ) : (
        <p className="scan-what muted">{say('warehouse.scan.what')}</p>
      )}
    </>
  );
}

interface LookProps {
  code: string;
  onBooked(operation: OperationView): void;
  onStray(parcel: StrayParcel): void;
}

function Look({ code, onBooked, onStray }: LookProps) {
  const say = useOperationsWords();
  const [chosen, setChosen] = useState<Found | null>(null);
  const query = useQuery({
    queryKey: [...operationsKey, 'parcel', code],
    queryFn: ({ signal }) => operationsApi.findParcel(code, signal),
    staleTime: 0,
    gcTime: 0,
    // Nothing may change under the hands of whoever counts.
    refetchOnMount: false,
    refetchOnReconnect: false,
  });
  return (
    <Answer query={query} failed={say('warehouse.failed')}>
      {({ orders }) => {
        const order = chosen ?? (orders.length === 1 ? orders[0]! : null);
        if (order) return <ParcelForm key={order.orderId} order={order} code={code} onBooked={onBooked} />;
        if (orders.length === 0) {
          return (
            <>
              <Nothing
                title={say('warehouse.found.none', { code })}
                what={say('warehouse.found.none.what')}
              />
              <StrayForm code={code} onBooked={onStray} />
            </>
          );
        }
        return <Choose orders={orders} onChoose={setChosen} />;
      }}
    </Answer>
  );
}

function Choose({ orders, onChoose }: { orders: readonly Found[]; onChoose(order: Found): void }) {
  const say = useOperationsWords();
  return (
    <section>
      <h2 className="operations-group">{say('warehouse.found.many', { count: orders.length })}</h2>
      <ul className="parcel-choices">
        {orders.map((order, at) => (
          <li key={order.orderId}>
            <button
              type="button"
              autoFocus={at === 0}
              data-testid="parcel-choice"
              onClick={() => onChoose(order)}
            >
              <strong className="figures">{say('approvals.order', { number: order.number })}</strong>
              <span className="muted">
                {order.lines.map(({ title, skuCode }) => title ?? skuCode).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
