import { Link } from '@tanstack/react-router';
import type { QualityFilter } from '../../../core/quality/answers.ts';
import { bands, findingKinds, sayings } from '../../../core/quality/bands.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { useQualityWords } from './words.ts';

/** What a figure narrowed the list to beside period, group and agent; each goes with a click. */
export function FilterMarks({ filter }: { filter: QualityFilter }) {
  const { lang } = usePreferences();
  const q = useQualityWords();
  const { band, kind, rule, said, sort: _, ...rest } = filter;
  const known = <T extends string>(all: readonly T[], one: string | undefined) =>
    all.find((each) => each === one);
  const bandName = known(bands, band);
  const kindName = known(findingKinds, kind);
  const saidName = known([...sayings, 'standing'] as const, said);
  const marks: { name: string; without: QualityFilter }[] = [];
  if (bandName) marks.push({ name: q(`band.${bandName}`), without: rest });
  if (kindName) marks.push({ name: q(`rules.kind.${kindName}`), without: rest });
  if (rule)
    marks.push({
      name: ruleWords(rule as RuleId, lang).title,
      without: { ...rest, kind, ...(said && { said }) },
    });
  if (saidName)
    marks.push({ name: q(`said.${saidName}`), without: { ...rest, kind, ...(rule && { rule }) } });
  return (
    <ul className="filter-marks">
      {marks.map(({ name, without }) => (
        <li key={name}>
          <Link
            to="/quality/episodes"
            search={without}
            replace
            className="filter-mark"
            aria-label={q('filter.remove', { name })}
          >
            {name} <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
