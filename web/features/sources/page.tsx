import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { SourceView } from '../../../core/commerce/source-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { SettingsHead } from '../people/settings-head.tsx';
import { SourceCard } from './source-card.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { sourcesQuery } from './sources-api.ts';
import { useSourcesWords } from './words.ts';
import './sources.css';

/** Settings → Sources: shop systems that tell of their orders by themselves. */
export function SourcesPage() {
  const may = useMay();
  return may('sources.manage') ? <Sources /> : <Navigate to="/inbox" />;
}

function Sources() {
  const say = useSourcesWords();
  const { t, lang } = usePreferences();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(sourcesQuery);
  const [asked, setAsked] = useState<SourceView | 'new' | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: sourcesQuery.queryKey });
  const connect = (
    <Button type="primary" data-testid="source-connect" onClick={() => setAsked('new')}>
      {say('connect')}
    </Button>
  );
  return (
    <main className="settings-page" data-testid="sources">
      <div className="settings-body">
        <SettingsHead title={say('title')} what={say('what')} act={data && data.length > 0 && connect} />
        {data ? (
          data.length > 0 ? (
            data.map((source) => (
              <SourceCard
                key={source.sourceId}
                source={source}
                onChanged={refresh}
                onEdit={() => setAsked(source)}
              />
            ))
          ) : (
            <section className="sources-none">
              <h2>{say('none.title')}</h2>
              <p className="muted">{say('none.what')}</p>
              {connect}
            </section>
          )
        ) : error ? (
          <div role="alert">
            <h2>{say('failed')}</h2>
            <p>{sentence(error, lang)}</p>
            <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
          </div>
        ) : (
          <Skeleton paragraph={{ rows: 6 }} aria-busy aria-label={say('loading')} />
        )}
        {asked && (
          <SourceDialog
            source={asked === 'new' ? null : asked}
            onDone={refresh}
            onClose={() => setAsked(null)}
          />
        )}
      </div>
    </main>
  );
}
