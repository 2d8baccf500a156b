import { Button } from 'antd';
import { useState } from 'react';
import type { RuleStanding } from '../../../core/api.ts';
import type { Channel } from '../../../core/standard/settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { Accuracy } from './accuracy.tsx';
import { useDraft } from './draft-provider.tsx';
import { OnChoice, PointsChoice, WeightChoice } from './rule-choices.tsx';
import { allChannels, asStandard, channelsApart, isMerit, isOwn } from './rule-settings.ts';
import { useStandardWords } from './words.ts';
import { WhyFixed } from './why-fixed.tsx';

interface Props {
  standing: RuleStanding;
  toothlessSince: number | null;
  /** Shows what the rule is about. */
  onPage(): void;
}

/** A rule as it holds on both channels; below it, opened, what is other on each. */
export function RuleRows({ standing, toothlessSince, onPage }: Props) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  const { changes } = useDraft();
  const [open, setOpen] = useState(false);
  const { rule, moments } = standing;
  const { title } = ruleWords(rule, lang);
  const isChanged = changes.some(({ place }) => place.kind === 'rule' && place.rule === rule);
  return (
    <tbody
      className="rule"
      data-testid="rule"
      data-rule={rule}
      data-changed={isChanged}
      data-toothless={toothlessSince !== null}
    >
      <tr>
        <th scope="row">
          <button
            type="button"
            className="rule-title"
            title={t('rules.page', { rule: title })}
            onClick={onPage}
          >
            {title}
          </button>
          <span className="rule-id muted">
            {rule}
            {isChanged && <span className="changed-tag">{t('rules.changed')}</span>}
          </span>
          <RuleActs standing={standing} title={title} open={open} onOpen={setOpen} />
        </th>
        <td className="muted">{moments.map((moment) => t(`moment.${moment}`)).join(' · ')}</td>
        <td>
          <WeightChoice rule={standing} channel={null} />
        </td>
        <td>
          <PointsChoice rule={standing} channel={null} />
        </td>
        <td>
          <OnChoice rule={standing} channel={null} />
        </td>
        <td>
          <Accuracy standing={standing} toothlessSince={toothlessSince} />
        </td>
      </tr>
      {open && allChannels.map((channel) => <ChannelRow key={channel} standing={standing} channel={channel} />)}
    </tbody>
  );
}

interface ActsProps {
  standing: RuleStanding;
  title: string;
  /** What is other on each channel stands below. */
  open: boolean;
  onOpen(yes: boolean): void;
}

function RuleActs({ standing, title, open, onOpen }: ActsProps) {
  const t = useStandardWords();
  const { settings, readOnly } = useDraft();
  const apart = channelsApart(settings, standing.rule);
  return (
    <span className="rule-acts">
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
      <WhyFixed rule={standing} />
      {!readOnly && isOwn(settings, standing.rule) && <AsStandard standing={standing} title={title} />}
    </span>
  );
}

function AsStandard({ standing: { rule, ownWeight }, title }: { standing: RuleStanding; title: string }) {
  const t = useStandardWords();
  const { change } = useDraft();
  return (
    <Button
      size="small"
      type="link"
      aria-label={t('rules.asStandard.which', { rule: title })}
      title={isMerit(rule) ? undefined : t('rules.standard', { weight: t(`weight.${ownWeight}`) })}
      onClick={() => change((settings) => asStandard(settings, rule))}
    >
      {t('rules.asStandard')}
    </Button>
  );
}

function ChannelRow({ standing, channel }: { standing: RuleStanding; channel: Channel }) {
  const t = useStandardWords();
  return (
    <tr className="channel-row" data-testid="rule-channel" data-channel={channel}>
      <th scope="row" colSpan={2}>
        {t(`channel.${channel}`)}
      </th>
      <td>
        <WeightChoice rule={standing} channel={channel} />
      </td>
      <td>
        <PointsChoice rule={standing} channel={channel} />
      </td>
      <td colSpan={2}>
        <OnChoice rule={standing} channel={channel} />
      </td>
    </tr>
  );
}
