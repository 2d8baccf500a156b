export const financeShows = ['due', 'overdue', 'unknown', 'paid', 'reconcile'] as const;
export type FinanceShow = (typeof financeShows)[number];
