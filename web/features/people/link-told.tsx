import { Button, Input, Modal } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { copied } from '../../lib/copy.ts';
import { dayAndTime } from '../../lib/format.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';

export interface ToldLink {
  kind: 'invitation' | 'reset';
  /** For whom. */
  name: string;
  token: string;
  expiresAt: number;
}

const pages = { invitation: '/join', reset: '/reset' } as const;

/** A link that is told once. Behind the hash its token goes to no server that only carries the page. */
export function LinkTold({ link, onClose }: { link: ToldLink; onClose(): void }) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const { kind, name, token, expiresAt } = link;
  const url = `${location.origin}${pages[kind]}#${token}`;
  const copy = async () => {
    if (await copied(url)) message.success(t('link.copied'));
    else message.warning(t('link.byHand'));
  };
  return (
    <Modal
      open
      title={t(`link.title.${kind}`)}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="done" onClick={onClose}>
          {t('link.done')}
        </Button>,
        <Button key="copy" type="primary" data-testid="copy-link" onClick={() => void copy()}>
          {t('link.copy')}
        </Button>,
      ]}
    >
      <p>{t('link.what', { name, time: dayAndTime(expiresAt, lang) })}</p>
      <Input.TextArea
        readOnly
        autoSize
        className="told-link"
        data-testid="told-link"
        aria-label={t(`link.title.${kind}`)}
        value={url}
        onFocus={(event) => event.target.select()}
      />
    </Modal>
  );
}
