import { Button } from 'antd';
import { memo, useMemo, useState } from 'react';
import type { RuleStanding } from '../../../core/api.ts';
import type { RuleId } from '../../../core/standard/finding.ts';
import type { Channel } from '../../../core/standard/settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { Accuracy } from './accuracy.tsx';
import { useDraft } from './draft-provider.tsx';
import { OnChoice, PointsChoice, WeightChoice, type Row } from './rule-choices.tsx';
import { allChannels, asStandard, channelsApart, isMerit, isOwn, partOf } from './rule-settings.ts';
import { WhyFixed } from './why-fixed.tsx';
import { useStandardWords } from './words.ts';

interface Props {
  standing: RuleStanding;
  toothlessSince: number | null;
  /** Shows what the rule is about. */
  onPage(rule: RuleId): void;
}

/** A rule as it holds on both channels; below it, opened, what is other on each. */
export function RuleRows({ standing, ...others }: Props) {
  const { settings, changes, readOnly, change } = useDraft();
  const { rule } = standing;
  const isChanged = changes.some(({ place }) => place.kind === 'rule' && place.rule === rule);
  // Of fifty rows only the one that is being changed is drawn again: the part is the same while its words are.
  const part = JSON.stringify(partOf(settings, rule));
  const row = useMemo<Row>(
    () => ({ rule: standing, settings: JSON.parse(part), readOnly, change }),
    [standing, part, readOnly, change],
  );
  return <Rows row={row} isChanged={isChanged} {...others} />;
}

interface RowsProps extends Omit<Props, 'standing'> {
  row: Row;
  isChanged: boolean;
}

const Rows = memo(function Rows({ row, isChanged, toothlessSince, onPage }: RowsProps) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const [open, setOpen] = useState(false);
  const { rule, moments } = row.rule;
  const { title } = ruleWords(rule, lang);
  return (
    <tbody className="rule" data-testid="rule" data-rule={rule} data-changed={isChanged}>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="rule-title"
            title={t('rules.page', { rule: title })}
            onClick={() => onPage(rule)}
          >
            {title}
          </button>
          {isChanged && <span className="changed-tag">{t('rules.changed')}</span>}
          <RuleActs row={row} title={title} open={open} onOpen={setOpen} />
        </th>
        <td className="muted">{moments.map((moment) => t(`moment.${moment}`)).join(' · ')}</td>
        <td>
          <WeightChoice row={row} channel={null} />
        </td>
        <td>
          <PointsChoice row={row} channel={null} />
        </td>
        <td>
          <OnChoice row={row} channel={null} />
        </td>
        <td>
          <Accuracy standing={row.rule} toothlessSince={toothlessSince} />
        </td>
      </tr>
      {open && allChannels.map((channel) => <ChannelRow key={channel} row={row} channel={channel} />)}
    </tbody>
  );
});

interface ActsProps {
  row: Row;
  title: string;
  /** What is other on each channel stands below. */
  open: boolean;
  onOpen(yes: boolean): void;
}

function RuleActs({ row, title, open, onOpen }: ActsProps) {
  const t = useStandardWords();
  const { rule, settings, readOnly } = row;
  const apart = channelsApart(settings, rule.rule);
  return (
    <span className="rule-acts">
      <code className="rule-id muted">{rule.rule}</code>
      <button
        type="button"
        className="quiet-button"
        aria-expanded={open}
        aria-label={t('rules.channels.which', { rule: title })}
        data-testid="rule-channels"
        onClick={() => onOpen(!open)}
      >
        {open ? '▾' : '▸'}{' '}
        {apart.length > 0
          ? t('rules.channels.apart', { channels: apart.map((one) => t(`channel.${one}`)).join(' · ') })
          : t('rules.channels')}
      </button>
      <WhyFixed rule={rule} title={title} />
      {!readOnly && isOwn(settings, rule.rule) && <AsStandard row={row} title={title} />}
    </span>
  );
}

function AsStandard({ row: { rule, change }, title }: { row: Row; title: string }) {
  const t = useStandardWords();
  const weight = t(`weight.${rule.ownWeight}`);
  return (
    <Button
      size="small"
      type="link"
      aria-label={t('rules.asStandard.which', { rule: title })}
      title={isMerit(rule.rule) ? undefined : t('rules.standard', { weight })}
      onClick={() => change((settings) => asStandard(settings, rule.rule))}
    >
      {t('rules.asStandard')}
    </Button>
  );
}

function ChannelRow({ row, channel }: { row: Row; channel: Channel }) {
  const t = useStandardWords();
  return (
    <tr className="channel-row" data-testid="rule-channel" data-channel={channel}>
      <th scope="row" colSpan={2}>
        {t(`channel.${channel}`)}
      </th>
      <td>
        <WeightChoice row={row} channel={channel} />
      </td>
      <td>
        <PointsChoice row={row} channel={channel} />
      </td>
      <td colSpan={2}>
        <OnChoice row={row} channel={channel} />
      </td>
    </tr>
  );
}
