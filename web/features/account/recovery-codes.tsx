import { Button } from 'antd';
import { copied } from '../../lib/copy.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';

/** Told once: they go when the page does. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const t = usePeopleWords();
  const message = useMessage();
  const copy = async () => {
    if (await copied(codes.join('\n'))) message.success(t('step.codes.copied'));
    else message.warning(t('link.byHand'));
  };
  return (
    <div className="recovery-codes">
      <p>{t('step.codes.what')}</p>
      <ul aria-label={t('step.codes')} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="account-acts">
        <Button type="primary" data-testid="codes-kept" onClick={onDone}>
          {t('step.codes.done')}
        </Button>
        <Button onClick={() => void copy()}>{t('step.codes.copy')}</Button>
      </div>
    </div>
  );
}
