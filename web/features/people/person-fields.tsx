import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { groups, roles } from '../../../core/team/roles.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMe } from '../../app/session.ts';
import { usePeopleWords } from '../../lib/people-words.ts';

interface Props {
  /** Somebody who is not here yet gets a login; afterwards it stays. */
  isNew: boolean;
  isMe?: boolean;
}

/** What an administrator decides about somebody; inside a form. */
export function PersonFields({ isNew, isMe = false }: Props) {
  const t = usePeopleWords();
  const { t: common } = usePreferences();
  const { account } = useMe();
  const missing = (field: string) => t('person.missing', { field });
  return (
    <div className="person-fields">
      <Form.Item
        name="name"
        label={t('people.name')}
        extra={t('person.name.hint')}
        rules={[
          { required: true, message: missing(t('people.name')) },
          { pattern: /^\s*\S.{0,39}\s*$/u, message: t('person.malformed.name') },
        ]}
      >
        <Input data-testid="person-name" maxLength={40} autoFocus={isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="workNumber"
        label={t('people.workNumber')}
        extra={t('person.workNumber.hint')}
        rules={[
          { required: true, message: missing(t('people.workNumber')) },
          { pattern: /^[\w-]{1,20}$/, message: t('person.malformed.workNumber') },
        ]}
      >
        <Input data-testid="person-work-number" maxLength={20} autoComplete="off" />
      </Form.Item>
      {isNew && (
        <Form.Item
          className="person-wide"
          name="login"
          label={t('person.login')}
          extra={t('person.login.hint', { shop: account.split(':')[0]! })}
          normalize={(text: string) => text.normalize('NFKC').toLowerCase().trim()}
          rules={[
            { required: true, message: missing(t('person.login')) },
            {
              pattern: /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]+$/u,
              message: t('person.malformed.login'),
            },
          ]}
        >
          <Input data-testid="person-login" maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item
        className="person-wide"
        name="role"
        label={t('people.role')}
        extra={isMe ? t('person.ownRole') : undefined}
      >
        <Select
          data-testid="person-role"
          disabled={isMe}
          listHeight={360}
          options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
          optionRender={({ value }) => {
            const role = value as (typeof roles)[number];
            return (
              <span className="role-option" data-testid={`role-${role}`}>
                {common(`role.${role}`)}
                <span className="muted">{t(`role.${role}.what`)}</span>
              </span>
            );
          }}
        />
      </Form.Item>
      <Form.Item name="groups" label={t('people.groups')} extra={t('person.groups.hint')} initialValue={[]}>
        <Checkbox.Group
          options={groups.map((group) => ({ value: group, label: common(`group.${group}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="capacity"
        label={t('person.capacity')}
        extra={t('person.capacity.hint')}
        rules={[{ required: true, message: missing(t('person.capacity')) }]}
      >
        <InputNumber data-testid="person-capacity" min={0} max={100} precision={0} />
      </Form.Item>
    </div>
  );
}
