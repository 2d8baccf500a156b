import type { ImportRun } from '../../../../core/commerce/import-api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { shortDayAndTime } from '../../../lib/format.ts';
import { sourceName, useOrdersWords } from '../words.ts';

/** What came in lately, whoever brought it. */
export function Recent({ runs, onOpen }: { runs: ImportRun[]; onOpen(importId: string): void }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  if (runs.length === 0) return null;
  return (
    <section className="import-sheet">
      <h2>{say('import.recent')}</h2>
      <table className="import-recent">
        <tbody>
          {runs.map(({ importId, kind, fileName, source, state, counts, byName, createdAt }) => (
            <tr key={importId}>
              <td>
                <button type="button" className="fact-put" onClick={() => onOpen(importId)}>
                  {fileName}
                </button>
              </td>
              <td>
                {say(`kind.${kind}`)} · {sourceName(say, source)}
              </td>
              <td className={state === 'done' ? 'import-kept' : state === 'running' ? '' : 'import-look'}>
                {say(`import.state.${state === 'previewed' ? 'cancelled' : state}`)}
              </td>
              <td className="figures">
                {say('import.added', { count: counts.added })} ·{' '}
                {say('import.changed', { count: counts.changed })} ·{' '}
                {say('import.skipped', { count: counts.skipped })}
              </td>
              <td className="muted">
                {say('import.by', { name: byName, time: shortDayAndTime(createdAt, lang) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
