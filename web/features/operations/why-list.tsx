import type { Why } from '../../../core/commerce/policy/why.ts';
import { whyWords } from '../../../core/words/policy.ts';
import { zoneOf } from '../../../core/quality/days.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { inScript } from '../../words/index.ts';

/** What the policy says, each clause with its dates and amounts. */
export function WhyList({ why }: { why: readonly Why[] }) {
  const { lang } = usePreferences();
  const { hours } = useMe();
  const zone = zoneOf({ hours });
  if (why.length === 0) return null;
  return (
    <ul className="why-list">
      {why.map((one) => (
        <li key={`${one.clause} ${JSON.stringify(one.values)}`}>{inScript(whyWords(one, lang, zone))}</li>
      ))}
    </ul>
  );
}
