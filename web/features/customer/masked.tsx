import { useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { api, type UnmaskField } from '../../lib/api.ts';
import { EyeButton } from '../../lib/eye-button.tsx';
import { useAct } from '../../lib/use-act.ts';

interface Props {
  conversationId: string;
  field: UnmaskField;
  label: string;
  masked: readonly string[];
}

/** Personal data as the server masks it; shown in full on request, which is logged, and gone again with the page. */
export function Masked({ conversationId, field, label, masked }: Props) {
  const { t } = usePreferences();
  const may = useMay();
  const [full, setFull] = useState<readonly string[] | null>(null);
  const unmask = useAct(async () => setFull((await api.unmask(conversationId, field)).values));
  const act = t(full ? 'customer.mask' : 'customer.unmask');
  return (
    <div className="contact">
      <dt>{label}</dt>
      <dd className="figures">
        {masked.length === 0 && <span className="muted">{t('customer.none')}</span>}
        {(full ?? masked).map((value) => (
          <span key={value} className="contact-value">
            {value}
          </span>
        ))}
      </dd>
      {masked.length > 0 && may('customers.unmask') && (
        <dd>
          <EyeButton
            shown={full !== null}
            busy={unmask.busy}
            title={act}
            label={`${act} ${label}`}
            testId={`unmask-${field}`}
            onClick={() => (full ? setFull(null) : void unmask.run())}
          />
        </dd>
      )}
    </div>
  );
}
