import { Form, Modal } from 'antd';
import { useState } from 'react';
import type { PersonDetails } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { showProblems } from '../../lib/form-problems.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import type { ToldLink } from './link-told.tsx';
import { usePeopleChanged } from './people-query.ts';
import { PersonFields } from './person-fields.tsx';

type Wish = PersonDetails & { login: string };

interface Props {
  onMade(link: ToldLink): void;
  onClose(): void;
}

/** A place for somebody, and the link that lets them take it. */
export function InviteDialog({ onMade, onClose }: Props) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const [form] = Form.useForm<Wish>();
  const [busy, setBusy] = useState(false);
  const changed = usePeopleChanged();

  const submit = async (wish: Wish) => {
    setBusy(true);
    try {
      const name = wish.name.trim();
      const link = await peopleApi.invite({ ...wish, name });
      void changed();
      onMade({ kind: 'invitation', name, token: link.token, expiresAt: link.expiresAt });
    } catch (error) {
      if (!showProblems(form, error, lang)) message.warning(sentence(error, lang), 6);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={560}
      title={t('invite.title')}
      okText={t('invite.submit')}
      okButtonProps={{ id: 'invite-submit' }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'agent', groups: [], capacity: 8 }}
        onFinish={(wish) => void submit(wish)}
      >
        <PersonFields isNew />
      </Form>
    </Modal>
  );
}
