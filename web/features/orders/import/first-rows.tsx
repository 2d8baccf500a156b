import type { ImportPreview } from '../../../../core/commerce/import-api.ts';
import { importFieldName } from '../../../../core/words/import.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useOrdersWords } from '../words.ts';

/** The first rows as the file has them, under the fields that they come in as. */
export function FirstRows({ preview: { kind, mapping, rows } }: { preview: ImportPreview }) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const shown = Object.entries(mapping).filter(([, column]) => column !== '');
  return (
    <div className="import-scroll">
      <table className="import-rows figures">
        <thead>
          <tr>
            <th scope="col">{say('import.row')}</th>
            {shown.map(([field]) => (
              <th key={field} scope="col">
                {importFieldName(kind, field, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells, faults }) => (
            <tr key={number}>
              <td>{number}</td>
              {shown.map(([field, column]) => (
                <td
                  key={field}
                  data-wrong={faults.some((fault) => fault.field === field)}
                  title={cells[column]}
                >
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
