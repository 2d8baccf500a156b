import { Dropdown } from 'antd';
import { Suspense, useState } from 'react';
import { useMay } from '../../../app/session.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { MoreIcon } from '../../../lib/icons.tsx';
import type { PartProps } from './use-change.ts';
import { NameEditor } from './name-editor.tsx';
import { lazyPart } from '../../../lib/lazy-part.ts';

const MergeCustomers = lazyPart(() => import('./merge-customers.tsx'), 'MergeCustomers');
const EraseCustomer = lazyPart(() => import('./erase-customer.tsx'), 'EraseCustomer');

/** What is done to the customer as a whole: renamed, merged with a double, erased. */
export function CustomerActs({ id, side }: PartProps) {
  const w = useCustomerWords();
  const may = useMay();
  const [open, setOpen] = useState<'name' | 'merge' | 'erase' | null>(null);
  const close = () => setOpen(null);
  const items = [
    ...(may('customers.merge') ? [{ key: 'merge', label: w('merge.open') }] : []),
    ...(may('customers.erase') ? [{ key: 'erase', label: w('erase.open') }] : []),
  ];
  return (
    <section className="side-section customer-acts">
      {open === 'name' ? (
        <NameEditor id={id} side={side} onClose={close} />
      ) : (
        <div className="customer-act-row">
          {may('customers.edit') && (
            <button
              type="button"
              className="quiet-button"
              data-testid="rename-customer"
              onClick={() => setOpen('name')}
            >
              {w('name.edit')}
            </button>
          )}
          {side.signedName !== null && side.signedName !== side.name && (
            <span className="muted">{w('name.signed', { name: side.signedName })}</span>
          )}
          {items.length > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{ items, onClick: ({ key }) => setOpen(key as 'merge' | 'erase') }}
            >
              <button
                type="button"
                className="quiet-button customer-more"
                data-testid="customer-more"
                aria-label={w('side.more')}
                title={w('side.more')}
              >
                <MoreIcon />
                {!may('customers.edit') && w('side.more')}
              </button>
            </Dropdown>
          )}
        </div>
      )}
      {side.doubles > 0 && (
        <p className="doubles" data-testid="doubles">
          <span>{w('merge.doubles', { count: side.doubles })}</span>
          <button type="button" className="quiet-button" onClick={() => setOpen('merge')}>
            {w('merge.compare')}
          </button>
        </p>
      )}
      <Suspense>
        {open === 'merge' && <MergeCustomers id={id} side={side} onClose={close} />}
        {open === 'erase' && <EraseCustomer id={id} side={side} onClose={close} />}
      </Suspense>
    </section>
  );
}
