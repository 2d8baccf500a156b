import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import type { RowFault } from '../../../../core/commerce/reading/read-row.ts';
import { faultWords } from '../../../../core/words/import.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { inScript } from '../../../words/index.ts';
import { useOrdersWords } from '../words.ts';

/** Which row stays out, and why. */
export function Faults({ kind, faults }: { kind: ImportKind; faults: RowFault[] }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  if (faults.length === 0) return null;
  return (
    <>
      <h2>
        {say('import.faults')}{' '}
        {faults.length >= 100 && (
          <span className="muted">{say('import.faults.first', { count: faults.length })}</span>
        )}
      </h2>
      <ul className="import-faults" data-testid="import-faults">
        {faults.map((fault, at) => (
          <li key={at}>
            <span className="figures muted">{say('import.rowNumber', { row: fault.row })}</span>
            <span>{inScript(faultWords(kind, fault, lang))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
