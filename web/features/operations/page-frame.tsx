import type { ReactNode } from 'react';
import type { Permission } from '../../../core/team/roles.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { OrdersTabs } from '../orders/tabs.tsx';
import { useOperationsLive } from './use-operations.ts';
import '../orders/orders.css';
import './looks.css';
import './operations.css';
import './pages.css';

interface Props {
  may: Permission;
  testId: string;
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** What the pages about operations have in common: the tabs above, a title, and that they are for some roles alone. */
export function PageFrame({ may: permission, testId, title, aside, children }: Props) {
  const { lang } = usePreferences();
  const may = useMay();
  useOperationsLive();
  return (
    <div className="operations-page">
      <OrdersTabs />
      <main data-testid={testId}>
        {may(permission) ? (
          <div className="operations-sheet">
            <header className="operations-title">
              <h1>{title}</h1>
              {aside}
            </header>
            {children}
          </div>
        ) : (
          <p className="centred" role="alert">
            {refusalWords({ code: 'forbidden', permission }, lang)}
          </p>
        )}
      </main>
    </div>
  );
}
