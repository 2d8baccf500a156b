import { Form, Input } from 'antd';
import type { Guessable } from '../../../core/team/passwords.ts';
import { passwordProblem, shortestPassword } from '../../../core/team/passwords.ts';
import { usePeopleWords } from '../../lib/people-words.ts';

/** The fields of a new password, inside a form; by the same rules as the server's. */
export function NewPassword({ known, label }: { known: Guessable; label: string }) {
  const t = usePeopleWords();
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        extra={t('account.password.rule', { count: shortestPassword })}
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, password: string = '') => {
              const problem = passwordProblem(password, known);
              if (problem?.problem === 'too-short')
                throw new Error(
                  t('account.password.short', { count: shortestPassword - [...password].length }),
                );
              if (problem) throw new Error(t('account.password.guessable'));
            },
          },
        ]}
      >
        <Input.Password data-testid="new-password" maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('account.password.again')}
        dependencies={['password']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, again: string = '') => {
              if (again !== getFieldValue('password')) throw new Error(t('account.password.differ'));
            },
          }),
        ]}
      >
        <Input.Password data-testid="new-password-again" maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
