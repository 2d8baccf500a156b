import { Outlet, useParams } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import type { InboxView } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { browserShelf } from '../../lib/storage.ts';
import { InboxList } from './list.tsx';
import { useRows } from './rows-provider.tsx';
import './inbox.css';

/** The part of the desk that the next click needs; where it does not come, the click asks again. */
const loadConversationPage = () => import('../thread/page.tsx').catch(() => {});

const views: readonly InboxView[] = ['mine', 'waiting', 'all'];
const shelfKey = 'yinuo.inbox-view';

export function InboxPage() {
  const { t } = usePreferences();
  const may = useMay();
  const { counts } = useRows();
  const { conversationId } = useParams({ strict: false });
  const [view, setView] = useState(() => remembered(may('conversations.reply') ? 'mine' : 'all'));
  useEffect(() => void loadConversationPage(), []);
  const change = (next: InboxView) => {
    browserShelf.set(shelfKey, next);
    setView(next);
  };
  return (
    <div className="inbox" data-open={conversationId !== undefined}>
      <nav className="inbox-side" aria-label={t('nav.inbox')}>
        <Segmented
          block
          className="inbox-views"
          value={view}
          onChange={change}
          options={views.map((each) => ({
            value: each,
            label: (
              <span data-testid={`inbox-view-${each}`}>
                {t(`inbox.view.${each}`)}
                {each !== 'all' && <span className="inbox-count figures">{counts[each]}</span>}
              </span>
            ),
          }))}
        />
        <InboxList key={view} view={view} />
      </nav>
      <Outlet />
    </div>
  );
}

function remembered(otherwise: InboxView): InboxView {
  return views.find((view) => view === browserShelf.get(shelfKey)) ?? otherwise;
}
