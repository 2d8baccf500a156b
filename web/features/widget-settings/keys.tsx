import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { NewWidgetKey, WidgetKey } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { widgetApi } from '../../lib/widget-api.ts';
import { CopyText } from './copy-text.tsx';
import { useWidgetWords } from './words.ts';

interface Props {
  keys: readonly WidgetKey[];
  onChange(): Promise<unknown>;
}

/** Which keys may sign for customers. A secret is on the screen once, and leaves it with a click. */
export function Keys({ keys, onChange }: Props) {
  const t = useWidgetWords();
  const [made, setMade] = useState<NewWidgetKey | null>(null);
  return (
    <section aria-labelledby="widget-keys">
      <h2 id="widget-keys">{t('keys.title')}</h2>
      <p className="muted">{t('keys.what')}</p>
      {keys.length === 0 ? <p>{t('keys.none')}</p> : <KeyTable keys={keys} onChange={onChange} />}
      {made ? (
        <div className="new-secret" role="alert">
          <p>{t('keys.secret', { id: made.keyId })}</p>
          <CopyText text={made.secret} label={made.keyId} testid="widget-secret" />
          <Button size="small" onClick={() => setMade(null)}>
            {t('keys.secret.done')}
          </Button>
        </div>
      ) : (
        <NewKey
          onMade={(key) => {
            setMade(key);
            void onChange();
          }}
        />
      )}
    </section>
  );
}

function KeyTable({ keys, onChange }: Props) {
  const t = useWidgetWords();
  const { lang } = usePreferences();
  const revoke = useAct(async (keyId: string) => {
    await widgetApi.revokeKey(keyId);
    await onChange();
  });
  return (
    <table className="key-table">
      <thead>
        <tr>
          <th>{t('keys.id')}</th>
          <th>{t('keys.made')}</th>
          <th>{t('keys.state')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {keys.map(({ keyId, createdAt, createdBy, revokedAt, revokedBy }) => (
          <tr key={keyId} data-revoked={revokedAt !== null} data-testid="widget-key">
            <td>
              <code>{keyId}</code>
            </td>
            <td className="figures">
              {dayAndTime(createdAt, lang)} · {createdBy ?? t('keys.setup')}
            </td>
            <td>
              {revokedAt === null
                ? t('keys.active')
                : t('keys.revoked', { time: dayAndTime(revokedAt, lang), name: revokedBy ?? '' })}
            </td>
            <td>
              {revokedAt === null && (
                <Popconfirm
                  title={t('keys.revoke.sure', { id: keyId })}
                  onConfirm={() => void revoke.run(keyId)}
                >
                  <Button size="small" aria-label={`${t('keys.revoke')} ${keyId}`}>
                    {t('keys.revoke')}
                  </Button>
                </Popconfirm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewKey({ onMade }: { onMade(key: NewWidgetKey): void }) {
  const t = useWidgetWords();
  const [keyId, setKeyId] = useState('');
  const malformed = keyId !== '' && !/^[\w.-]{1,60}$/.test(keyId);
  const make = useAct(async () => {
    onMade(await widgetApi.makeKey(keyId));
    setKeyId('');
  });
  return (
    <form
      className="new-key"
      onSubmit={(event) => {
        event.preventDefault();
        if (keyId !== '' && !malformed) void make.run();
      }}
    >
      <Input
        aria-label={t('keys.new.id')}
        placeholder={t('keys.new.id')}
        data-testid="widget-key-id"
        value={keyId}
        status={malformed ? 'error' : undefined}
        onChange={({ target }) => setKeyId(target.value.trim())}
      />
      <Button
        htmlType="submit"
        data-testid="widget-key-make"
        disabled={keyId === '' || malformed}
        loading={make.busy}
      >
        {t('keys.new.make')}
      </Button>
      {malformed && (
        <p className="widget-problem" role="alert">
          {t('keys.new.malformed')}
        </p>
      )}
    </form>
  );
}
