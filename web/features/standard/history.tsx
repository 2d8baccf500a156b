import type { StandardAnswer } from '../../../core/api.ts';
import type { StandardSettings } from '../../../core/standard/settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { History } from '../versions/history.tsx';
import { ChangeList } from './change-list.tsx';
import { useDraft } from './draft-provider.tsx';
import { changesBetween } from './settings-changes.ts';
import { useStandardWords } from './words.ts';

export function StandardHistory({ standard: { version, history } }: { standard: StandardAnswer }) {
  const t = useStandardWords();
  const { readOnly, change } = useDraft();
  return (
    <History
      of="standard"
      version={version}
      history={history}
      empty={t('history.empty')}
      reuseZero={t('history.reuse.zero')}
      load={settingsOf}
      changes={(before, after) => <ChangeList changes={changesBetween(before, after)} />}
      about={(line) => <About line={line} />}
      onReuse={readOnly ? null : (settings) => change(() => settings)}
    />
  );
}

const settingsOf = async (version: number): Promise<StandardSettings> =>
  (await standardApi.version(version)).settings;

/** A version that the desk wrote when a rule erred too often, or a person who let it block again. */
function About({ line: { by, restored } }: { line: StandardAnswer['history'][number] }) {
  const { lang } = usePreferences();
  const t = useStandardWords();
  return (
    <>
      {by === null && <p>{t('history.toothless')}</p>}
      {restored && <p>{t('history.restored', { rule: ruleWords(restored, lang).title })}</p>}
    </>
  );
}
