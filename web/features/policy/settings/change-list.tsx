import { policyFieldName } from '../../../../core/words/policy-problems.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import type { PolicyChange } from './policy-changes.ts';
import { useSettingsWords } from './settings-words.ts';
import { valueWords } from './value-words.ts';

/** What changed, one a line. */
export function ChangeList({ changes }: { changes: readonly PolicyChange[] }) {
  const say = useSettingsWords();
  const { lang } = usePreferences();
  if (changes.length === 0) return <p className="muted">{say('change.none')}</p>;
  return (
    <ul className="change-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {policyFieldName(field, lang)}{' '}
          <span className="figures muted">
            {say('change.fromTo', {
              before: valueWords(field, before, say, lang),
              after: valueWords(field, after, say, lang),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
