import { Segmented } from 'antd';
import { useState } from 'react';
import type { QualityAnswer, QualityFilter, QualityRule } from '../../../core/quality/answers.ts';
import { findingKinds, sayings, type FindingKind } from '../../../core/quality/bands.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { RuleDrawer } from '../../lib/rule-drawer.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { Figure, FigureName } from './figure.tsx';
import { useQualityWords } from './words.ts';
import './tables.css';

/** What each rule found, and what people said of it. */
export function RuleTable({ rules, period }: { rules: QualityAnswer['rules']; period: QualityFilter }) {
  const q = useQualityWords();
  const [kind, setKind] = useState<FindingKind>('fault');
  const [page, setPage] = useState<RuleId | null>(null);
  const those = rules.filter((one) => one.kind === kind);
  return (
    <section className="quality-card" aria-label={q('rules.title')}>
      <header className="chart-head">
        <h2>{q('rules.title')}</h2>
        <Segmented<FindingKind>
          size="small"
          value={kind}
          options={findingKinds.map((one) => ({ value: one, label: q(`rules.kind.${one}`) }))}
          onChange={setKind}
        />
      </header>
      {those.length === 0 ? (
        <p className="muted">{q('rules.none')}</p>
      ) : (
        <div className="quality-scroll">
          <table className="quality-table">
            <thead>
              <tr>
                <th scope="col">{q('rules.rule')}</th>
                <th scope="col" className="quality-number">
                  <FigureName name={q('rules.all')} what={q('rules.all.what')} />
                </th>
                <th aria-hidden />
                {sayings.map((said) => (
                  <th key={said} scope="col" className="quality-number">
                    <FigureName name={q(`said.${said}`)} what={q(`said.${said}.what`)} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {those.map((one) => (
                <Row key={one.rule} rule={one} most={allOf(those[0]!)} period={period} onPage={setPage} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <RuleDrawer rule={page} onClose={() => setPage(null)} />
    </section>
  );
}

interface RowProps {
  rule: QualityRule;
  /** The longest bar. */
  most: number;
  period: QualityFilter;
  onPage(rule: RuleId): void;
}

function Row({ rule: { rule, kind, said }, most, period, onPage }: RowProps) {
  const { lang } = usePreferences();
  const q = useQualityWords();
  const { title } = ruleWords(rule, lang);
  const filter = { ...period, kind, rule };
  const all = allOf({ said });
  return (
    <tr data-testid="quality-rule" data-rule={rule}>
      <th scope="row">
        <button type="button" className="rule-name" onClick={() => onPage(rule)}>
          {title}
        </button>
      </th>
      <td className="quality-number">
        <Figure filter={filter} value={all} label={title} />
      </td>
      <td className="rule-bar-cell">
        <svg className="rule-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
          <rect className="band-fill" width={(all / most) * 100} height="8" rx="1" />
        </svg>
      </td>
      {sayings.map((one) => (
        <td key={one} className="quality-number">
          <Figure
            filter={{ ...filter, said: one }}
            value={said[one]}
            none={said[one] === 0}
            label={`${title} · ${q(`said.${one}`)}`}
          />
        </td>
      ))}
    </tr>
  );
}

const allOf = ({ said }: Pick<QualityRule, 'said'>) =>
  Object.values(said).reduce((sum, count) => sum + count, 0);
