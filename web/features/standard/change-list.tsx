import { useQuery } from '@tanstack/react-query';
import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { changeWords } from './change-words.ts';
import type { Change } from './settings-changes.ts';
import { standingsQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';

/** What changed, one a line. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { data } = useQuery(standingsQuery);
  const ownWeight = (rule: RuleId) => data?.find((one) => one.rule === rule)?.ownWeight;
  if (changes.length === 0) return <p className="muted">{t('change.none')}</p>;
  return (
    <ul className="change-list">
      {changes.map((change) => {
        const { what, fromTo } = changeWords(change, t, lang, ownWeight);
        return (
          <li key={JSON.stringify(change.place)}>
            {what} {fromTo && <span className="figures muted">{fromTo}</span>}
          </li>
        );
      })}
    </ul>
  );
}
