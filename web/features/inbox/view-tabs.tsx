import { inboxViews, type InboxView } from '../../../core/conversations/inbox.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useRows } from './rows-provider.tsx';

/** The lists and how many stand in each: all in sight, since each may call. */
export function ViewTabs({ view, onChange }: { view: InboxView; onChange(view: InboxView): void }) {
  const { t } = usePreferences();
  const { counts } = useRows();
  return (
    <div className="inbox-views" role="group" aria-label={t('inbox.views')}>
      {inboxViews.map((each) => (
        <button
          key={each}
          type="button"
          className="inbox-view"
          aria-pressed={each === view}
          data-testid={`inbox-view-${each}`}
          data-calls={each === 'risk' && counts.risk > 0}
          onClick={() => onChange(each)}
        >
          {t(`inbox.view.${each}`)}
          {each in counts && (
            <span className="inbox-count figures">{counts[each as keyof typeof counts]}</span>
          )}
        </button>
      ))}
    </div>
  );
}
