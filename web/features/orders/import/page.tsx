import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportPreview } from '../../../../core/commerce/import-api.ts';
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { useMay } from '../../../app/session.ts';
import { ordersApi } from '../orders-api.ts';
import { OrdersTabs, useHasOrdersTabs } from '../tabs.tsx';
import { useOrdersWords } from '../words.ts';
import { Choose } from './choose.tsx';
import { Preview } from './preview.tsx';
import { Recent } from './recent.tsx';
import { Run } from './run.tsx';
import '../../operations/pages.css';
import './import.css';

/** Orders → Import: a file is chosen, looked at, confirmed, and watched on its way in. */
export function ImportPage() {
  const may = useMay();
  return may('orders.import') ? <Import /> : <Navigate to="/orders" />;
}

function Import() {
  const say = useOrdersWords();
  const tabs = useHasOrdersTabs();
  const [kind, setKind] = useState<ImportKind>('orders');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [runId, setRunId] = useState<string | null>(null);
  const recent = useQuery({ queryKey: ['imports'], queryFn: ordersApi.imports });
  const again = () => {
    setPreview(null);
    setRunId(null);
    void recent.refetch();
  };
  return (
    <div className="operations-page">
      <OrdersTabs />
      <main className="import-page" data-testid="import">
        {!tabs && <Link to="/orders">{say('import.back')}</Link>}
        <h1>{say('import.title')}</h1>
        <p className="muted">{say('import.what')}</p>
        {runId !== null ? (
          <Run importId={runId} onAgain={again} />
        ) : preview ? (
          <Preview preview={preview} onChange={setPreview} onStart={setRunId} onOther={again} />
        ) : (
          <>
            <Choose kind={kind} onKind={setKind} onRead={setPreview} />
            <Recent runs={recent.data ?? []} onOpen={setRunId} />
          </>
        )}
      </main>
    </div>
  );
}
