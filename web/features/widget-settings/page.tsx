import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { WidgetSettingsAnswer } from '../../../core/api.ts';
import { useMay } from '../../app/session.ts';
import { NotRead } from '../../lib/not-read.tsx';
import { useAct } from '../../lib/use-act.ts';
import { widgetApi } from '../../lib/widget-api.ts';
import { isSame, problemsOf, tidied } from './draft.ts';
import { Embed } from './embed.tsx';
import { Keys } from './keys.tsx';
import { Preview } from './preview.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useWidgetWords } from './words.ts';
import { SettingsHead } from '../people/settings-head.tsx';
import { LeaveGuard } from '../versions/leave-guard.tsx';
import './widget-settings.css';

const settingsQuery = queryOptions({
  queryKey: ['widget-settings'],
  queryFn: widgetApi.settings,
  staleTime: 0,
});

/** Settings → Widget: for the administrator. */
export function WidgetSettingsPage() {
  const may = useMay();
  return may('widget.manage') ? <Loaded /> : <Navigate to="/inbox" />;
}

function Loaded() {
  const t = useWidgetWords();
  const { data, error, refetch } = useQuery(settingsQuery);
  if (data) return <Settings answer={data} />;
  if (error) return <NotRead what={t('error.what')} error={error} onAgain={() => void refetch()} />;
  return (
    <main className="widget-settings" aria-busy aria-label={t('page.loading')}>
      <Skeleton className="widget-settings-body" title={{ width: '20%' }} paragraph={{ rows: 10 }} />
    </main>
  );
}

/** What is written here stands on what was loaded: a save over somebody else's is refused, and nothing typed is lost. */
function Settings({ answer }: { answer: WidgetSettingsAnswer }) {
  const t = useWidgetWords();
  const client = useQueryClient();
  const [base, setBase] = useState({ settings: answer.settings, revision: answer.revision });
  const [draft, setDraft] = useState(answer.settings);
  const changed = !isSame(draft, base.settings);
  const problems = problemsOf(draft);
  // Nothing is being written here: what others saved meanwhile is shown.
  if (!changed && answer.revision !== base.revision) {
    setBase({ settings: answer.settings, revision: answer.revision });
    setDraft(answer.settings);
  }
  const save = useAct(async () => {
    const saved = await widgetApi.save(tidied(draft), base.revision);
    setBase({ settings: saved.settings, revision: saved.revision });
    setDraft(saved.settings);
    client.setQueryData(settingsQuery.queryKey, saved);
  }, t('bar.saved'));
  const refreshKeys = () => client.invalidateQueries({ queryKey: settingsQuery.queryKey });
  return (
    <main className="widget-settings" data-testid="widget-settings">
      <div className="widget-settings-scroll">
        <div className="widget-settings-body">
          <SettingsHead title={t('page.title')} what={t('page.what')} />
          <div className="widget-settings-columns">
            <div>
              <SettingsForm draft={draft} problems={problems} shop={answer.shop} onChange={setDraft} />
              <Embed slug={answer.shop.slug} />
              <Keys keys={answer.keys} onChange={refreshKeys} />
            </div>
            <Preview draft={draft} shop={answer.shop} />
          </div>
        </div>
      </div>
      {changed && (
        <div className="widget-settings-bar" role="status">
          <span>{problems.size > 0 ? t('bar.problems', { count: problems.size }) : t('bar.changed')}</span>
          <Button onClick={() => setDraft(base.settings)}>{t('bar.discard')}</Button>
          <Button
            type="primary"
            data-testid="widget-save"
            disabled={problems.size > 0}
            loading={save.busy}
            onClick={() => void save.run()}
          >
            {t('bar.save')}
          </Button>
        </div>
      )}
      <LeaveGuard changed={changed} />
    </main>
  );
}
