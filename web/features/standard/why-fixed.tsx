import { Popover } from 'antd';
import { whyFixed, type KnownRule } from './rule-settings.ts';
import { useStandardWords } from './words.ts';

/** Why not everything about a rule can be set; nothing where it can. */
export function WhyFixed({ rule, title }: { rule: KnownRule; title: string }) {
  const t = useStandardWords();
  const why = whyFixed(rule);
  if (why.length === 0) return null;
  return (
    <Popover
      trigger={['hover', 'focus']}
      content={
        <div className="why-fixed">
          {why.map((one) => (
            <p key={one}>{t(`fixed.${one}`)}</p>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="quiet-button"
        aria-label={t('rules.why.which', { rule: title })}
        data-testid="why-fixed"
      >
        {t('rules.why')}
      </button>
    </Popover>
  );
}
