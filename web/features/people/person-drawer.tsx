import { Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import type { PersonDetails, PersonRow } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { showProblems } from '../../lib/form-problems.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import { Changes } from './changes.tsx';
import type { ToldLink } from './link-told.tsx';
import { usePeopleChanged } from './people-query.ts';
import { PersonActs } from './person-acts.tsx';
import { PersonFields } from './person-fields.tsx';

interface Props {
  person: PersonRow;
  onTold(link: ToldLink): void;
  onClose(): void;
}

/** One person: what they may do, their account, and what was changed about them. */
export function PersonDrawer({ person, onTold, onClose }: Props) {
  const { t: common } = usePreferences();
  const { agentId, name, workNumber, leftAt } = person;
  return (
    <Drawer
      open
      size={460}
      title={
        <>
          {name}{' '}
          <span className="muted drawer-number">{common('agent.workNumber', { number: workNumber })}</span>
        </>
      }
      onClose={onClose}
    >
      <div className="person-drawer" data-testid="person-drawer">
        {leftAt === null && <Details key={agentId} person={person} />}
        <PersonActs person={person} onTold={onTold} />
        <Changes agentId={agentId} />
      </div>
    </Drawer>
  );
}

function Details({ person }: { person: PersonRow }) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const me = useMe();
  const [form] = Form.useForm<PersonDetails>();
  const [busy, setBusy] = useState(false);
  const changed = usePeopleChanged();
  const { name, workNumber, role, groups, capacity } = person;

  const save = async (wish: PersonDetails) => {
    setBusy(true);
    try {
      await peopleApi.change(person.agentId, { ...wish, name: wish.name.trim() });
      message.success(t('person.saved'));
      await changed();
    } catch (error) {
      if (!showProblems(form, error, lang)) message.warning(sentence(error, lang), 6);
    }
    setBusy(false);
  };
  return (
    <Form<PersonDetails>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name, workNumber, role, groups, capacity }}
      onFinish={(wish) => void save(wish)}
    >
      <PersonFields isNew={false} isMe={person.agentId === me.agentId} />
      <Button type="primary" htmlType="submit" data-testid="person-save" loading={busy}>
        {t('person.save')}
      </Button>
    </Form>
  );
}
