import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import '../settings/parts.css';
import './settings.css';

interface Props {
  title: string;
  what: string;
  act?: ReactNode;
}

/** The head of each page of the shop's settings, with the way to the others. */
export function SettingsHead({ title, what, act }: Props) {
  const t = usePeopleWords();
  const may = useMay();
  return (
    <header className="settings-head">
      <nav className="settings-parts" aria-label={t('settings.where')}>
        {may('team.manage') && (
          <Link to="/settings/people" activeProps={{ 'aria-current': 'page' }}>
            {t('settings.people')}
          </Link>
        )}
        <Link to="/settings/hours" activeProps={{ 'aria-current': 'page' }}>
          {t('settings.hours')}
        </Link>
        {may('customers.settings') && (
          <Link to="/settings/customers" activeProps={{ 'aria-current': 'page' }}>
            {t('settings.customers')}
          </Link>
        )}
        {may('promotions.write') && (
          <Link
            to="/settings/promotions"
            data-testid="settings-promotions"
            activeProps={{ 'aria-current': 'page' }}
          >
            {t('settings.promotions')}
          </Link>
        )}
        {may('policy.read') && (
          <Link
            to="/settings/policy"
            data-testid="settings-policy"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {t('settings.policy')}
          </Link>
        )}
        {may('sources.manage') && (
          <Link
            to="/settings/sources"
            data-testid="settings-sources"
            activeProps={{ 'aria-current': 'page' }}
          >
            {t('settings.sources')}
          </Link>
        )}
        {may('widget.manage') && (
          <Link to="/settings/widget" data-testid="settings-widget" activeProps={{ 'aria-current': 'page' }}>
            {t('settings.widget')}
          </Link>
        )}
      </nav>
      <div className="settings-title">
        <div>
          <h1>{title}</h1>
          <p className="muted">{what}</p>
        </div>
        {act}
      </div>
    </header>
  );
}
