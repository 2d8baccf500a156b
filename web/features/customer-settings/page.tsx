import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { fieldsQuery, tagsQuery } from '../../lib/customer-api.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';
import { sentence } from '../../lib/failure.ts';
import { SettingsHead } from '../people/settings-head.tsx';
import { FieldList } from './field-list.tsx';
import { TagList } from './tag-list.tsx';
import './customer-settings.css';

/** Settings → Customers: the shop's tags, and its own fields. */
export function CustomerSettingsPage() {
  const w = useCustomerWords();
  const tags = useQuery({ ...tagsQuery, staleTime: 0 });
  const fields = useQuery({ ...fieldsQuery, staleTime: 0 });
  return (
    <main className="settings-page" data-testid="customer-settings">
      <div className="settings-body">
        <SettingsHead title={w('settings.title')} what={w('settings.what')} />
        <Part title={w('settings.tags')} query={tags}>
          {(all) => <TagList tags={all} />}
        </Part>
        <Part title={w('settings.fields')} what={w('settings.fields.what')} query={fields}>
          {(all) => <FieldList fields={all} />}
        </Part>
      </div>
    </main>
  );
}

interface PartProps<T> {
  title: string;
  what?: string;
  query: { data: T | undefined; error: unknown; refetch(): unknown };
  children(answer: T): ReactNode;
}

function Part<T>({ title, what, query: { data, error, refetch }, children }: PartProps<T>) {
  const { t, lang } = usePreferences();
  const w = useCustomerWords();
  return (
    <section className="customer-settings-part">
      <h2>{title}</h2>
      {what && <p className="muted">{what}</p>}
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <div role="alert">
          <h3>{w('settings.failed')}</h3>
          <p>{sentence(error, lang)}</p>
          <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
        </div>
      ) : (
        <Skeleton title={false} paragraph={{ rows: 3 }} aria-busy aria-label={t('page.loading')} />
      )}
    </section>
  );
}
