import { Alert, Button, Progress, Segmented } from 'antd';
import { useRef, useState } from 'react';
import type { ImportPreview } from '../../../../core/commerce/import-api.ts';
import type { ImportKind } from '../../../../core/commerce/reading/fields.ts';
import { fieldsOf, importKinds } from '../../../../core/commerce/reading/fields.ts';
import { csvLine } from '../../../../core/quality/csv.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { uploadImport } from '../orders-api.ts';
import { useOrdersWords } from '../words.ts';

interface Props {
  kind: ImportKind;
  onKind(kind: ImportKind): void;
  onRead(preview: ImportPreview): void;
}

/** What is to come in, and the file. */
export function Choose({ kind, onKind, onRead }: Props) {
  const say = useOrdersWords();
  const { lang } = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState<{ name: string; done: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const read = async (file: File | undefined) => {
    if (!file || reading) return;
    setError(null);
    setReading({ name: file.name, done: 0 });
    try {
      onRead(await uploadImport(kind, file, (done) => setReading({ name: file.name, done })));
    } catch (failure) {
      setError(failure);
    } finally {
      setReading(null);
    }
  };

  return (
    <section className="import-sheet">
      <div className="import-kinds">
        <Segmented<ImportKind>
          aria-label={say('import.kind')}
          value={kind}
          onChange={onKind}
          options={importKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <a href={template(kind, lang)} download={`yinuo-${kind}.csv`}>
          {say('import.template', { kind: say(`kind.${kind}`) })}
        </a>
      </div>
      <div
        className="import-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void read(event.dataTransfer.files[0]);
        }}
      >
        {reading ? (
          <div role="status">
            {say('import.reading', { name: reading.name })}
            <Progress percent={Math.round(reading.done * 100)} showInfo={false} />
          </div>
        ) : (
          <>
            <span>{say('import.drop')}</span>
            <Button type="primary" onClick={() => field.current?.click()}>
              {say('import.choose')}
            </Button>
            <input
              ref={field}
              type="file"
              hidden
              accept=".csv,.txt,.tsv,.xlsx,.json"
              aria-label={say('import.choose')}
              data-testid="import-file"
              onChange={(event) => {
                void read(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <span className="muted">{say('import.limits')}</span>
          </>
        )}
      </div>
      {error !== null && <Alert type="warning" showIcon role="alert" title={sentence(error, lang)} />}
    </section>
  );
}

/** The byte order mark, so that a spreadsheet reads it as UTF-8. */
const template = (kind: ImportKind, lang: 'zh' | 'en') =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csvLine(Object.values(fieldsOf(kind)).map((field) => field[lang]))}`)}`;
