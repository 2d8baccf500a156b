import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { ruleIds, ruleWords } from '../../lib/rule-words.ts';
import { hasFilters, scoreBands, type Asked, type ScoreBand } from './asked.ts';
import { DaysFilter } from './days-filter.tsx';
import { useSearchWords } from './words.ts';

interface Props {
  asked: Asked;
  onChange(asked: Asked): void;
  onClear(): void;
}

/** Each a chip that says what it lets through, and is emptied by its cross. */
export function Filters({ asked, onChange, onClear }: Props) {
  const s = useSearchWords();
  const { lang, t } = usePreferences();
  const may = useMay();
  const agents = useQuery({ queryKey: ['agents'], queryFn: api.agents, enabled: may('team.read') });
  const chip = (name: 'by' | 'rule' | 'score', options: { value: string; label: string }[]) => (
    <Select
      className="search-chip"
      size="small"
      variant="filled"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      data-testid={`search-filter-${name}`}
      aria-label={s(`filter.${name}`)}
      placeholder={s(`filter.${name}`)}
      value={asked[name] ?? null}
      options={options}
      onChange={(value: string | null) => onChange({ ...asked, [name]: value ?? undefined })}
    />
  );
  return (
    <div className="search-filters" role="group" aria-label={s('filter.label')}>
      {chip(
        'by',
        (agents.data ?? []).map(({ agentId, name, workNumber }) => ({
          value: agentId,
          label: `${name} ${t('agent.workNumber', { number: workNumber })}`,
        })),
      )}
      <DaysFilter asked={asked} onChange={onChange} />
      {chip(
        'rule',
        ruleIds.map((rule) => ({ value: rule, label: ruleWords(rule, lang).title })),
      )}
      {chip(
        'score',
        (Object.keys(scoreBands) as ScoreBand[]).map((band) => ({ value: band, label: s(`score.${band}`) })),
      )}
      {hasFilters(asked) && (
        <button type="button" className="quiet-button" data-testid="search-clear-filters" onClick={onClear}>
          {s('filter.clear')}
        </button>
      )}
    </div>
  );
}
