import type { StandardSettings } from '../../../core/standard/settings.ts';
import { Hours } from './hours.tsx';
import { NumberField, Reminders } from './number-field.tsx';
import { useStandardWords } from './words.ts';

/** How long a wait is long, and what a finding costs. */
export function Scoring() {
  const t = useStandardWords();
  return (
    <>
      <section className="standard-section">
        <h2>{t('scoring.waiting')}</h2>
        <p className="muted">{t('scoring.waiting.what')}</p>
        <Reminders />
        <Threshold name="callSupervisor" />
        <Threshold name="finding" />
      </section>
      <section className="standard-section">
        <h2>{t('scoring.hours')}</h2>
        <Hours />
      </section>
      <section className="standard-section">
        <h2>{t('scoring.points')}</h2>
        <p className="muted">{t('scoring.points.what')}</p>
        <Cost weight="block" />
        <Cost weight="warn" />
        <Cost weight="note" />
        <Plain name="repeatPercent" />
        <Plain name="meritLimit" />
      </section>
      <section className="standard-section">
        <h2>{t('scoring.teeth')}</h2>
        <Plain name="leastPrecision" />
      </section>
    </>
  );
}

function Threshold({ name }: { name: 'callSupervisor' | 'finding' }) {
  return (
    <NumberField
      name={`thresholds.${name}`}
      value={({ thresholds }) => thresholds[name]}
      set={(settings, value) => ({ ...settings, thresholds: { ...settings.thresholds, [name]: value } })}
    />
  );
}

function Cost({ weight }: { weight: keyof StandardSettings['points'] }) {
  return (
    <NumberField
      name={`points.${weight}`}
      value={({ points }) => points[weight]}
      set={(settings, value) => ({ ...settings, points: { ...settings.points, [weight]: value } })}
    />
  );
}

function Plain({ name }: { name: 'repeatPercent' | 'meritLimit' | 'leastPrecision' }) {
  const t = useStandardWords();
  return (
    <NumberField
      name={name}
      what={t(`number.${name}.what`)}
      value={(settings) => settings[name]}
      set={(settings, value) => ({ ...settings, [name]: value })}
    />
  );
}
