import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { WallProvider, useWall } from '../features/wall/wall-provider.tsx';
import { UserMenu } from '../features/account/user-menu.tsx';
import { PresenceSwitch } from '../features/account/presence.tsx';
import { ReturnedReplies } from '../features/composer/returned-replies.tsx';
import { OutgoingProvider } from '../features/composer/outgoing-provider.tsx';
import { DeskKeys } from '../features/keys/desk-keys.tsx';
import { RowsProvider, useRows } from '../features/inbox/rows-provider.tsx';
import { useSearchKey } from '../features/search/use-search-key.ts';
import { api } from '../lib/api.ts';
import { useHasMissingParts } from '../lib/missing-parts.ts';
import { useAct } from '../lib/use-act.ts';
import { useTitle } from '../lib/use-title.ts';
import { AppearanceButton, LanguageButton } from './appearance.tsx';
import { homeOf } from './home.ts';
import { LiveProvider, useStatus } from './live.tsx';
import { usePreferences } from './preferences.tsx';
import { useMay, useMe } from './session.ts';
import { lazyPart } from '../lib/lazy-part.ts';
import './shell.css';

const AlertStrip = lazyPart(() => import('../features/wall/alert-strip.tsx'), 'AlertStrip');

const Notifier = lazyPart(() => import('../features/notify/notifier.tsx'), 'Notifier');

const ApprovalsBadge = lazyPart(() => import('../features/approvals/badge.tsx'), 'ApprovalsBadge');

/** What stands around every page of the desk. */
export function Shell() {
  const { role, groups } = useMe();
  // Whoever comes to reach other conversations begins anew: nothing of what they saw before is left on the page.
  return (
    <LiveProvider key={[role, ...groups].join()}>
      <RowsProvider>
        <OutgoingProvider>
          <WallProvider>
            <div className="shell">
              <DeskKeys />
              <Notifications />
              <TopBar />
              <Alerts />
              <MissingParts />
              <div className="shell-page">
                <Outlet />
              </div>
            </div>
          </WallProvider>
        </OutgoingProvider>
      </RowsProvider>
    </LiveProvider>
  );
}

/** Nothing of it is fetched until somebody has asked to be notified. */
function Notifications() {
  const { notify } = usePreferences();
  if (!notify) return null;
  return (
    <Suspense>
      <Notifier />
    </Suspense>
  );
}

/** The strip knows all rules by name: it comes only with the first alert. */
function Alerts() {
  const wall = useWall();
  if (!wall || wall.alerts.length === 0) return null;
  return (
    <Suspense>
      <AlertStrip />
    </Suspense>
  );
}

function MissingParts() {
  const { t } = usePreferences();
  if (!useHasMissingParts()) return null;
  return (
    <div className="missing-parts" role="status">
      {t('page.partMissing')}
      <button type="button" className="quiet-button" data-testid="reload" onClick={() => location.reload()}>
        {t('action.reload')}
      </button>
    </div>
  );
}

function TopBar() {
  const { t, adopt } = usePreferences();
  const me = useMe();
  const setLang = useAct(api.setLang);
  const wall = useWall();
  const may = useMay();
  const { counts } = useRows();
  const pathname = useLocation({ select: (location) => location.pathname });
  useEffect(() => adopt(me.lang), [adopt, me.lang]);
  useTitle(t('brand'), counts.unread);
  useSearchKey();
  return (
    <header className="top-bar">
      <Link to={homeOf(me.permissions)} className="brand">
        <img src="/favicon.svg" alt="" width="22" height="22" />
        {t('brand')}
        <span className="brand-shop">{me.shopName}</span>
      </Link>
      <nav className="top-nav" aria-label={t('nav.main')}>
        {may('conversations.read') && (
          <>
            <Link to="/inbox" activeProps={{ 'aria-current': 'page' }}>
              {t('nav.inbox')}
              {counts.unread > 0 && <span className="unread-badge figures">{counts.unread}</span>}
            </Link>
            <Link to="/search" data-testid="nav-search" activeProps={{ 'aria-current': 'page' }}>
              {t('nav.search')}
            </Link>
          </>
        )}
        {may('orders.read') && (
          <Link to="/orders" data-testid="nav-orders" activeProps={{ 'aria-current': 'page' }}>
            {t('nav.orders')}
          </Link>
        )}
        {may('operations.approve') && (
          <Link to="/approvals" data-testid="nav-approvals" activeProps={{ 'aria-current': 'page' }}>
            {t('nav.approvals')}
            <Suspense>
              <ApprovalsBadge />
            </Suspense>
          </Link>
        )}
        {/* A supervisor finds them beside the orders. */}
        {me.role === 'warehouse' && (
          <Link
            to="/warehouse"
            data-testid="nav-warehouse"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {t('nav.warehouse')}
          </Link>
        )}
        {me.role === 'finance' && (
          <Link
            to="/finance"
            data-testid="nav-finance"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {t('nav.finance')}
          </Link>
        )}
        {wall && (
          <Link to="/wall" activeProps={{ 'aria-current': 'page' }}>
            {t('nav.wall')}
            {wall.alerts.length > 0 && <span className="alert-badge figures">{wall.alerts.length}</span>}
          </Link>
        )}
        {may('quality.read') && (
          <Link
            to="/quality"
            data-testid="nav-quality"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {t('nav.quality')}
          </Link>
        )}
        {may('standard.read') && (
          <>
            <Link
              to="/settings/standard"
              data-testid="nav-standard"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ includeSearch: false }}
            >
              {t('nav.standard')}
            </Link>
            <Link
              to="/bench"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ includeSearch: false }}
            >
              {t('nav.bench')}
            </Link>
          </>
        )}
        {may('customers.settings') && (
          <Link
            to="/settings"
            data-testid="nav-settings"
            // Each of its pages, but not the standard, which has a place of its own here.
            activeOptions={{ exact: true }}
            aria-current={
              pathname.startsWith('/settings/') && pathname !== '/settings/standard' ? 'page' : undefined
            }
          >
            {t('nav.settings')}
          </Link>
        )}
      </nav>
      <LiveStatus />
      <ReturnedReplies />
      <PresenceSwitch />
      <LanguageButton onChange={(lang) => void setLang.run(lang)} />
      <AppearanceButton />
      <UserMenu />
    </header>
  );
}

/** In the bar, where it moves nothing when it comes and goes. */
function LiveStatus() {
  const { t } = usePreferences();
  const offline = useStatus() === 'offline';
  return (
    <span className="live-status" role="status" title={offline ? t('status.offline.what') : undefined}>
      {offline && <span data-testid="offline">{t('status.offline')}</span>}
    </span>
  );
}
