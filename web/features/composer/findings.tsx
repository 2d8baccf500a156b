import { Button } from 'antd';
import { becauseSaid } from '../../../core/standard/because.ts';
import type { Finding } from '../../../core/standard/finding.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { inScript } from '../../words/index.ts';
import type { Judgement } from './use-judgement.ts';

interface Props {
  id: string;
  judgement: Judgement;
  /** The text that was judged. */
  text: string;
  /** Somebody just tried to send it all the same. */
  stopped: boolean;
  onTake(sentence: string): void;
  onAsk: (() => void) | undefined;
  asking: boolean;
}

/** What the standard says about the draft, its reason in one line each, and two better sentences. */
export function Findings({ id, judgement, text, stopped, onTake, onAsk, asking }: Props) {
  const { t } = usePreferences();
  const { findings, suggestions, blocked } = judgement;
  if (findings.length === 0) return <div id={id} aria-live="polite" />;
  return (
    <div
      id={id}
      className="composer-findings"
      data-blocked={blocked}
      data-stopped={stopped}
      aria-live="polite"
    >
      {onePerRule(findings).map((finding) => (
        <FindingRow key={finding.rule} finding={finding} words={text.slice(finding.start, finding.end)} />
      ))}
      {suggestions.slice(0, 2).map((sentence, at) => (
        <button
          key={sentence}
          type="button"
          className="suggestion"
          data-testid={`suggestion-${at + 1}`}
          title={t('composer.take')}
          onClick={() => onTake(sentence)}
        >
          <kbd>Alt+{at + 1}</kbd>
          {sentence}
        </button>
      ))}
      {blocked && (
        <div className="composer-blocked">
          <span role={stopped ? 'alert' : undefined}>
            {t(stopped ? 'composer.stopped' : 'composer.blocked')}
          </span>
          {onAsk && (
            <Button size="small" data-testid="hold" loading={asking} onClick={onAsk}>
              {t('hold.ask')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function FindingRow({ finding, words }: { finding: Finding; words: string }) {
  const { lang } = usePreferences();
  const { title, reason } = ruleWords(finding.rule, lang);
  const { because } = finding;
  return (
    <p
      className="composer-finding"
      data-testid="composer-finding"
      data-rule={finding.rule}
      data-weight={shownWeight(finding)}
    >
      <strong>{title}</strong>
      {words.trim() !== '' && words.length <= 24 && <q>{words}</q>}
      {/* The fact itself says more than the rule's reason. */}
      {because ? inScript(becauseSaid(because, lang)) : reason}
    </p>
  );
}

const shownWeight = (finding: Finding) => (finding.hint ? 'warn' : finding.weight);

/** The same rule twice in one draft is one line; every place is underlined. */
function onePerRule(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding, at) => findings.findIndex((other) => other.rule === finding.rule) === at);
}
