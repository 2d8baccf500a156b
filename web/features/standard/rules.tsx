import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import type { RuleStanding, StandardAnswer } from '../../../core/api.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { ruleWords } from '../../lib/rule-words.ts';
import { RuleDrawer } from '../../lib/rule-drawer.tsx';
import { byFamily } from './rule-settings.ts';
import { RuleRows } from './rule-rows.tsx';
import { standingsQuery } from './standard-query.ts';
import { useStandardWords } from './words.ts';
import './rules.css';

/** Every rule by family: when it judges, how strict it is here, and how often people agreed with it. */
export function Rules({ toothless }: Pick<StandardAnswer, 'toothless'>) {
  const { t: common, lang } = usePreferences();
  const t = useStandardWords();
  const { data, error, refetch } = useQuery(standingsQuery);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState<RuleId | null>(null);
  if (!data) {
    if (!error) return <Skeleton title={false} paragraph={{ rows: 12 }} />;
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{common('action.tryAgain')}</Button>
      </div>
    );
  }
  const found = data.filter((one) => isNamed(one, words));
  const families = byFamily(found);
  return (
    <>
      <div className="rules-head">
        <Input
          allowClear
          className="standard-find"
          aria-label={t('rules.find')}
          placeholder={t('rules.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <nav className="family-links" aria-label={t('rules.families')}>
          {families.map(({ family }) => (
            <button
              key={family}
              type="button"
              className="quiet-button"
              onClick={() => document.getElementById(`family-${family}`)?.scrollIntoView()}
            >
              {t(`family.${family}`)}
            </button>
          ))}
        </nav>
      </div>
      {found.length === 0 && <p className="muted">{t('rules.none', { words })}</p>}
      {families.map(({ family, rules }) => (
        <section key={family} id={`family-${family}`} className="rule-family">
          <h2>
            {t(`family.${family}`)} <span className="muted figures">{rules.length}</span>
          </h2>
          <table className="rule-table">
            <thead>
              <tr>
                <th scope="col">{t('rules.rule')}</th>
                <th scope="col">{t('rules.when')}</th>
                <th scope="col">{t('rules.weight')}</th>
                <th scope="col">{t('rules.points')}</th>
                <th scope="col">{t('rules.on')}</th>
                <th scope="col">{t('rules.accuracy')}</th>
              </tr>
            </thead>
            {rules.map((standing) => (
              <RuleRows
                key={standing.rule}
                standing={standing}
                toothlessSince={toothless.find((one) => one.rule === standing.rule)?.since ?? null}
                onPage={setShown}
              />
            ))}
          </table>
        </section>
      ))}
      <RuleDrawer rule={shown} onClose={() => setShown(null)} />
    </>
  );

  function isNamed({ rule }: RuleStanding, part: string): boolean {
    const wanted = part.trim().toLowerCase();
    const { title, reason } = ruleWords(rule, lang);
    return `${rule} ${title} ${reason}`.toLowerCase().includes(wanted);
  }
}
