import { Outlet, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useChoice, type Choice } from './choice.ts';
import { InboxList } from './list.tsx';
import { InboxToolbar } from './toolbar.tsx';
import { ViewTabs } from './view-tabs.tsx';
import './inbox.css';

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((module) => ({ default: module.BulkBar })));

export function InboxPage() {
  const { t } = usePreferences();
  const { conversationId } = useParams({ strict: false });
  const [choice, setChoice] = useChoice();
  /** null: nobody is choosing several. */
  const [selected, setSelected] = useState<ReadonlySet<string> | null>(null);
  const change = (next: Choice) => {
    setChoice(next);
    setSelected((now) => now && new Set());
  };
  return (
    <div className="inbox" data-open={conversationId !== undefined}>
      <nav className="inbox-side" aria-label={t('nav.inbox')}>
        <ViewTabs view={choice.view} onChange={(view) => change({ view, filter: {} })} />
        <InboxToolbar
          choice={choice}
          onChange={change}
          selecting={selected !== null}
          onSelecting={(selecting) => setSelected(selecting ? new Set() : null)}
        />
        <InboxList
          key={JSON.stringify(choice)}
          choice={choice}
          selected={selected}
          onSelect={setSelected}
          onUnfiltered={() => change({ view: choice.view, filter: {} })}
        />
        {selected && (
          <Suspense>
            <BulkBar selected={selected} onChange={setSelected} />
          </Suspense>
        )}
      </nav>
      <Outlet />
    </div>
  );
}
