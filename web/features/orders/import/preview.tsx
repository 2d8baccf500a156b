import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import type { ImportPreview, ImportRun } from '../../../../core/commerce/import-api.ts';
import { importFieldName } from '../../../../core/words/import.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { sentence } from '../../../lib/failure.ts';
import { fileSize } from '../../files/file-size.ts';
import { ordersApi } from '../orders-api.ts';
import { sources } from '../../../../core/commerce/reading/sources.ts';
import { sourceName, useOrdersWords } from '../words.ts';
import { Columns } from './columns.tsx';
import { Faults } from './faults.tsx';
import { FirstRows } from './first-rows.tsx';

interface Props {
  preview: ImportPreview;
  onChange(preview: ImportPreview): void;
  onStart(importId: string): void;
  onOther(): void;
}

/** The file as it would come in. Nothing is stored before it is confirmed. */
export function Preview({ preview, onChange, onStart, onOther }: Props) {
  const say = useOrdersWords();
  const { t, lang } = usePreferences();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { importId, kind, source, mapping, missing, checked, bad, whole } = preview;

  const attempt = async <T extends ImportPreview | ImportRun>(
    work: Promise<T>,
    then: (answer: T) => void,
  ) => {
    setBusy(true);
    setError(null);
    try {
      then(await work);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const known = sources.includes(source as (typeof sources)[number]) ? sources : [...sources, source];

  return (
    <>
      <section className="import-sheet" data-testid="import-preview">
        <div className="import-kinds">
          <h2>
            {say('import.file', {
              name: preview.fileName,
              size: fileSize(preview.size, t),
              encoding: `${preview.format.toUpperCase()} ${preview.encoding.toUpperCase()}`,
            })}
          </h2>
          <label>
            {say('import.source')}{' '}
            <Select
              value={source}
              disabled={busy}
              data-testid="import-source"
              style={{ width: 160 }}
              options={known.map((value) => ({ value, label: sourceName(say, value) }))}
              onChange={(value: string) =>
                void attempt(ordersApi.preview(importId, { source: value }), onChange)
              }
            />
          </label>
        </div>
        <h2>{say('import.columns')}</h2>
        <p className="muted">{say('import.columns.what')}</p>
        <Columns
          kind={kind}
          columns={preview.columns}
          mapping={mapping}
          busy={busy}
          onChange={(next) => void attempt(ordersApi.preview(importId, { source, mapping: next }), onChange)}
        />
      </section>
      <section className="import-sheet">
        <h2>{say('import.rows')}</h2>
        <FirstRows preview={preview} />
      </section>
      <section className="import-sheet">
        {missing.length > 0 ? (
          <p className="import-look" role="status">
            {say('import.missing', {
              fields: missing
                .map((field) => importFieldName(kind, field, lang))
                .join(lang === 'zh' ? '、' : ', '),
            })}
          </p>
        ) : (
          <p className={bad > 0 ? 'import-look' : 'import-kept'} role="status" data-testid="import-checked">
            {say(`import.${bad > 0 ? 'checked' : 'allGood'}${whole ? '' : '.part'}`, { checked, bad })}
          </p>
        )}
        {missing.length === 0 && <Faults kind={kind} faults={preview.faults} />}
        {error !== null && <Alert type="warning" showIcon role="alert" title={sentence(error, lang)} />}
        <div className="import-acts">
          <Button
            type="primary"
            data-testid="import-start"
            loading={busy}
            disabled={missing.length > 0 || (whole && bad === checked)}
            onClick={() =>
              void attempt(ordersApi.start(importId, { source, mapping }), (run) => onStart(run.importId))
            }
          >
            {say('import.start')}
          </Button>
          <Button disabled={busy} onClick={onOther}>
            {say('import.other')}
          </Button>
        </div>
      </section>
    </>
  );
}
