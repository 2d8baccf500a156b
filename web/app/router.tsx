import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Refused } from '../../core/refusal.ts';
import { reviewReasons, type ReviewReason } from '../../core/quality/bands.ts';
import { groups, type Group } from '../../core/team/roles.ts';
import { qualitySearch } from '../features/quality/search.ts';
import { financeShows, type FinanceShow } from '../features/finance/shows.ts';
import { warehouseShows, type WarehouseShow } from '../features/warehouse/shows.ts';
import { homeOf } from './home.ts';
import { meQuery } from './session.ts';
import { FailedPage, LoadingPage, NotFoundPage } from './pages.tsx';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: again, staleTime: 30_000, refetchOnWindowFocus: false } },
});

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../features/sign-in/page.tsx'), 'SignInPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/door/join-page.tsx'), 'JoinPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../features/door/reset-page.tsx'), 'ResetPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../features/door/set-up-page.tsx'), 'SetUpPage'),
});

/** Everything behind the door: whoever isn't signed in is led to it and back again. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.fetchQuery(meQuery) };
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'unauthenticated') {
        throw redirect({ to: '/sign-in', search: { next: location.pathname + location.searchStr } });
      }
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me.permissions) });
  },
});

const inbox = createRoute({
  getParentRoute: () => desk,
  path: '/inbox',
  beforeLoad: ({ context }) => {
    const own = homeOf(context.me.permissions);
    if (own !== '/inbox') throw redirect({ to: own });
  },
  component: lazyRouteComponent(() => import('../features/inbox/page.tsx'), 'InboxPage'),
});

const noConversation = createRoute({
  getParentRoute: () => inbox,
  path: '/',
  component: lazyRouteComponent(() => import('../features/inbox/nothing-open.tsx'), 'NothingOpen'),
});

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversationId',
  /** `m`: the message to open at. */
  validateSearch: ({ m }: Record<string, unknown>): { m?: number } => (isSeq(m) ? { m } : {}),
  component: lazyRouteComponent(() => import('../features/thread/page.tsx'), 'ConversationPage'),
});

const search = createRoute({
  getParentRoute: () => desk,
  path: '/search',
  component: lazyRouteComponent(() => import('../features/search/page.tsx'), 'SearchPage'),
});

/** `q`: what is looked for; a number too, as the address bar has it. */
const orders = createRoute({
  getParentRoute: () => desk,
  path: '/orders',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {},
  component: lazyRouteComponent(() => import('../features/orders/page.tsx'), 'OrdersPage'),
});

const ordersImport = createRoute({
  getParentRoute: () => desk,
  path: '/orders/import',
  component: lazyRouteComponent(() => import('../features/orders/import/page.tsx'), 'ImportPage'),
});

const shortages = createRoute({
  getParentRoute: () => desk,
  path: '/orders/shortages',
  component: lazyRouteComponent(() => import('../features/shortage/page.tsx'), 'ShortagesPage'),
});

const approvals = createRoute({
  getParentRoute: () => desk,
  path: '/approvals',
  component: lazyRouteComponent(() => import('../features/approvals/page.tsx'), 'ApprovalsPage'),
});

const warehouse = createRoute({
  getParentRoute: () => desk,
  path: '/warehouse',
  validateSearch: ({ show }: Record<string, unknown>): { show?: WarehouseShow } =>
    warehouseShows.includes(show as WarehouseShow) ? { show: show as WarehouseShow } : {},
  component: lazyRouteComponent(() => import('../features/warehouse/page.tsx'), 'WarehousePage'),
});

const finance = createRoute({
  getParentRoute: () => desk,
  path: '/finance',
  validateSearch: ({ show }: Record<string, unknown>): { show?: FinanceShow } =>
    financeShows.includes(show as FinanceShow) ? { show: show as FinanceShow } : {},
  component: lazyRouteComponent(() => import('../features/finance/page.tsx'), 'FinancePage'),
});

/** The short address of a conversation, and of one message in it. */
const shortcut = createRoute({
  getParentRoute: () => desk,
  path: '/c/$conversationId',
  validateSearch: ({ m }: Record<string, unknown>): { m?: number } => (isSeq(m) ? { m } : {}),
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/inbox/$conversationId', params, search, replace: true });
  },
});

const wall = createRoute({
  getParentRoute: () => desk,
  path: '/wall',
  validateSearch: ({ group, order }: Record<string, unknown>): { group?: Group; order?: 'wait' } => ({
    ...(groups.includes(group as Group) && { group: group as Group }),
    ...(order === 'wait' && { order }),
  }),
  component: lazyRouteComponent(() => import('../features/wall/page.tsx'), 'WallPage'),
});

const quality = createRoute({
  getParentRoute: () => desk,
  path: '/quality',
  validateSearch: qualitySearch,
  component: lazyRouteComponent(() => import('../features/quality/layout.tsx'), 'QualityLayout'),
});

const qualityFigures = createRoute({
  getParentRoute: () => quality,
  path: '/',
  component: lazyRouteComponent(() => import('../features/quality/figures-page.tsx'), 'FiguresPage'),
});

const qualityEpisodes = createRoute({
  getParentRoute: () => quality,
  path: 'episodes',
  component: lazyRouteComponent(() => import('../features/quality/list-page.tsx'), 'ListPage'),
});

const qualityReview = createRoute({
  getParentRoute: () => quality,
  path: 'review',
  validateSearch: ({ why }: Record<string, unknown>): { why?: ReviewReason } =>
    reviewReasons.includes(why as ReviewReason) ? { why: why as ReviewReason } : {},
  component: lazyRouteComponent(() => import('../features/quality/review-page.tsx'), 'ReviewPage'),
});

const standard = createRoute({
  getParentRoute: () => desk,
  path: '/settings/standard',
  validateSearch: ({ part }: Record<string, unknown>): { part?: string } =>
    typeof part === 'string' ? { part } : {},
  component: lazyRouteComponent(() => import('../features/standard/page.tsx'), 'StandardPage'),
});

const widget = createRoute({
  getParentRoute: () => desk,
  path: '/settings/widget',
  component: lazyRouteComponent(() => import('../features/widget-settings/page.tsx'), 'WidgetSettingsPage'),
});

const policy = createRoute({
  getParentRoute: () => desk,
  path: '/settings/policy',
  validateSearch: ({ part }: Record<string, unknown>): { part?: 'history' } =>
    part === 'history' ? { part } : {},
  component: lazyRouteComponent(() => import('../features/policy/settings/page.tsx'), 'PolicyPage'),
});

/** The first of the settings' pages that this person has. */
const settings = createRoute({
  getParentRoute: () => desk,
  path: '/settings',
  beforeLoad: ({ context: { me } }) => {
    if (me.permissions.includes('team.manage')) throw redirect({ to: '/settings/people' });
    throw redirect({
      to: me.permissions.includes('customers.settings') ? '/settings/customers' : '/settings/hours',
    });
  },
});

const people = createRoute({
  getParentRoute: () => desk,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('../features/people/page.tsx'), 'PeoplePage'),
});

const hours = createRoute({
  getParentRoute: () => desk,
  path: '/settings/hours',
  component: lazyRouteComponent(() => import('../features/hours/page.tsx'), 'HoursPage'),
});

const customers = createRoute({
  getParentRoute: () => desk,
  path: '/settings/customers',
  component: lazyRouteComponent(
    () => import('../features/customer-settings/page.tsx'),
    'CustomerSettingsPage',
  ),
});

const sources = createRoute({
  getParentRoute: () => desk,
  path: '/settings/sources',
  component: lazyRouteComponent(() => import('../features/sources/page.tsx'), 'SourcesPage'),
});

const promotions = createRoute({
  getParentRoute: () => desk,
  path: '/settings/promotions',
  component: lazyRouteComponent(() => import('../features/promotions/page.tsx'), 'PromotionsPage'),
});

const account = createRoute({
  getParentRoute: () => desk,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/page.tsx'), 'AccountPage'),
});

const bench = createRoute({
  getParentRoute: () => desk,
  path: '/bench',
  validateSearch: (search: Record<string, unknown>): { conversation?: string; view?: 'cases' } => ({
    ...(typeof search.conversation === 'string' && { conversation: search.conversation }),
    ...(search.view === 'cases' && { view: 'cases' }),
  }),
  component: lazyRouteComponent(() => import('../features/bench/page.tsx'), 'BenchPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    join,
    reset,
    setUp,
    desk.addChildren([
      home,
      inbox.addChildren([noConversation, conversation]),
      wall,
      standard,
      widget,
      policy,
      search,
      orders,
      ordersImport,
      shortages,
      approvals,
      warehouse,
      finance,
      quality.addChildren([qualityFigures, qualityEpisodes, qualityReview]),
      shortcut,
      settings,
      people,
      hours,
      customers,
      sources,
      promotions,
      account,
      bench,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
});

const isSeq = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;

/** Only what may pass by itself is tried again. */
function again(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof Refused) || error.refusal.code === 'unavailable');
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
