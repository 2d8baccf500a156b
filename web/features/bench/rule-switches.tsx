import { Button, Switch } from 'antd';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Rule } from '../../../core/standard/rule.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { familiesOf, switched, type Family, type Switches, type Trial } from './trial.ts';
import { useBenchWords } from './words.ts';
import './rule-switches.css';

interface Props extends Switches {
  rules: readonly Rule[];
  trial: Trial;
  onPage(rule: RuleId): void;
}

/** Each rule on or off, one by one or a family at once: for this trial alone. */
export function RuleSwitches({ rules, trial, off, setOff, onPage }: Props) {
  const b = useBenchWords();
  return (
    <section className="bench-card">
      <header className="bench-rules-head">
        <h2>{b('rules.title')}</h2>
        {off.size > 0 && (
          <Button size="small" data-testid="rules-all-on" onClick={() => setOff(new Set())}>
            {b('rules.allOn')}
          </Button>
        )}
      </header>
      <p className="muted">{b('rules.what')}</p>
      {familiesOf(rules, trial.findings).map((family) => (
        <FamilySwitches key={family.family} family={family} off={off} setOff={setOff} onPage={onPage} />
      ))}
    </section>
  );
}

interface FamilyProps extends Switches {
  family: Family;
  onPage(rule: RuleId): void;
}

function FamilySwitches({ family: { family, rules }, off, setOff, onPage }: FamilyProps) {
  const { lang } = usePreferences();
  const b = useBenchWords();
  const ids = rules.map(({ id }) => id);
  const on = ids.filter((id) => !off.has(id)).length;
  const found = rules.reduce((sum, rule) => sum + rule.found, 0);
  return (
    <div className="switch-family" data-family={family}>
      <details open={found > 0}>
        <summary>
          <span>{b(`family.${family}`)}</span>
          {found > 0 && <span className="rule-found">{b('rules.found', { count: found })}</span>}
          <span className="muted figures">{b('rules.count', { on, all: ids.length })}</span>
        </summary>
        <ul>
          {rules.map((rule) => (
            <li key={rule.id} data-found={rule.found > 0}>
              <button type="button" className="finding-title" onClick={() => onPage(rule.id)}>
                {ruleWords(rule.id, lang).title}
              </button>
              {rule.found > 0 && (
                <span className="rule-found">{b('rules.found', { count: rule.found })}</span>
              )}
              <span className="weight-tag" data-weight={rule.weight}>
                {b(`weight.${rule.weight}`)}
              </span>
              <Switch
                size="small"
                aria-label={ruleWords(rule.id, lang).title}
                data-testid={`rule-${rule.id}`}
                checked={!off.has(rule.id)}
                onChange={(checked) => setOff(switched(off, [rule.id], checked))}
              />
            </li>
          ))}
        </ul>
      </details>
      <Switch
        size="small"
        className="family-switch"
        aria-label={b('rules.family', { family: b(`family.${family}`) })}
        data-testid={`family-${family}`}
        checked={on === ids.length}
        onChange={(checked) => setOff(switched(off, ids, checked))}
      />
    </div>
  );
}
