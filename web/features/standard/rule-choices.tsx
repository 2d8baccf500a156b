/** The three things that a shop decides about a rule. For one channel there is also "as above". */
import { InputNumber, Select, Switch } from 'antd';
import type { RuleStanding } from '../../../core/api.ts';
import type { Weight } from '../../../core/standard/finding.ts';
import type { Channel, RuleSetting, StandardSettings } from '../../../core/standard/settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { byPhrase, inForce, isMerit, saidOf, withRule, type RulePart } from './rule-settings.ts';
import { WeightMark } from './weight-mark.tsx';
import { useStandardWords } from './words.ts';

interface Props {
  row: Row;
  channel: Channel | null;
}

/** A rule in the table: what it is, what the shop says about it, and how that is changed. */
export interface Row {
  rule: RuleStanding;
  settings: RulePart;
  readOnly: boolean;
  change(how: (settings: StandardSettings) => StandardSettings): void;
}

/** Stands for "what holds for both" in a select. */
const likeBoth = 'like-both';

export function WeightChoice({ row, channel }: Props) {
  const t = useStandardWords();
  const { rule, settings, readOnly } = row;
  const { title, set } = useRule(row, channel);
  const { weight } = inForce(settings, rule, channel);
  if (rule.rule === byPhrase) return <span className="muted">{t('rules.byPhrase')}</span>;
  if (readOnly || rule.weights.length === 1) return <WeightMark weight={weight} />;
  const own = rule.weights.map((one) => ({ value: one as string, label: <WeightMark weight={one} /> }));
  const above = t(`weight.${inForce(settings, rule, null).weight}`);
  return (
    <Select
      className="rule-weight"
      size="small"
      aria-label={t('rules.weight.which', { rule: title })}
      data-testid="rule-weight"
      value={channel === null ? weight : (saidOf(settings, rule.rule, channel).weight ?? likeBoth)}
      options={
        channel === null ? own : [{ value: likeBoth, label: t('rules.likeBoth', { what: above }) }, ...own]
      }
      onChange={(value) => {
        const isUnsaid = value === likeBoth || (channel === null && value === rule.ownWeight);
        set({ weight: isUnsaid ? undefined : (value as Weight) });
      }}
    />
  );
}

/** Empty where the shop says nothing of its own: the points of its weight then stand there in grey. */
export function PointsChoice({ row, channel }: Props) {
  const t = useStandardWords();
  const { rule, settings, readOnly } = row;
  const { title, set } = useRule(row, channel);
  const { points, weight } = inForce(settings, rule, channel);
  const sign = isMerit(rule.rule) ? '+' : '−';
  const said = saidOf(settings, rule.rule, channel).points;
  if (weight === 'alert' || (readOnly && points === null)) return <span className="muted">—</span>;
  if (readOnly) return <span className="figures">{`${sign}${points}`}</span>;
  return (
    <InputNumber
      className="rule-points"
      size="small"
      min={0}
      max={100}
      precision={0}
      prefix={sign}
      aria-label={t('rules.points.which', { rule: title })}
      data-testid="rule-points"
      placeholder={points === null ? '' : String(points)}
      value={said ?? null}
      onChange={(value) => set({ points: value ?? undefined })}
    />
  );
}

export function OnChoice({ row, channel }: Props) {
  const t = useStandardWords();
  const { rule, settings, readOnly } = row;
  const { title, set } = useRule(row, channel);
  const { on } = inForce(settings, rule, channel);
  const name = t('rules.on.which', { rule: title });
  if (readOnly) return <span>{t(on ? 'rules.isOn' : 'rules.off')}</span>;
  if (channel === null) {
    return (
      <Switch
        size="small"
        aria-label={name}
        data-testid="rule-on"
        disabled={rule.protected}
        checked={on}
        onChange={(checked) => set({ on: checked ? undefined : false })}
      />
    );
  }
  const above = t(inForce(settings, rule, null).on ? 'rules.isOn' : 'rules.off');
  const said = saidOf(settings, rule.rule, channel).on;
  return (
    <Select
      className="rule-on"
      size="small"
      aria-label={name}
      data-testid="rule-on"
      disabled={rule.protected}
      value={said === undefined ? likeBoth : String(said)}
      options={[
        { value: likeBoth, label: t('rules.likeBoth', { what: above }) },
        { value: 'true', label: t('rules.isOn') },
        { value: 'false', label: t('rules.off') },
      ]}
      onChange={(value) => set({ on: value === likeBoth ? undefined : value === 'true' })}
    />
  );
}

function useRule({ rule: { rule }, change }: Row, channel: Channel | null) {
  const { lang } = usePreferences();
  return {
    title: ruleWords(rule, lang).title,
    set: (setting: RuleSetting) => change((settings) => withRule(settings, rule, channel, setting)),
  };
}
