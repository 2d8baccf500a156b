import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { PersonRow } from '../../../core/api.ts';
import { useMe } from '../../app/session.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useAct } from '../../lib/use-act.ts';
import type { ToldLink } from './link-told.tsx';
import { usePeopleChanged } from './people-query.ts';

interface Props {
  person: PersonRow;
  onTold(link: ToldLink): void;
}

/** What an administrator does for somebody's account. */
export function PersonActs({ person, onTold }: Props) {
  const t = usePeopleWords();
  const me = useMe();
  const changed = usePeopleChanged();
  const { agentId, name, open, secondStep, leftAt } = person;
  const changing = (act: (id: string) => Promise<unknown>) => async () => {
    await act(agentId);
    await changed();
  };
  const reset = useAct(async () => {
    onTold({ kind: 'reset', name, ...(await peopleApi.resetLink(agentId)) });
    await changed();
  });
  const signOut = useAct(changing(peopleApi.signOut), t('acts.signOut.done'));
  const removeStep = useAct(changing(peopleApi.removeSecondStep), t('acts.secondStep.done'));
  const close = useAct(changing(peopleApi.close), t('acts.closed'));
  const reopen = useAct(changing(peopleApi.reopen), t('acts.reopened'));
  return (
    <section className="person-acts" aria-label={t('acts.title')}>
      <h2>{t('acts.title')}</h2>
      {agentId === me.agentId ? (
        <p className="muted">
          {t('acts.own')} <Link to="/account">{t('acts.toAccount')}</Link>
        </p>
      ) : leftAt !== null ? (
        <Act what={t('acts.reopen.what')}>
          <Button data-testid="person-reopen" loading={reopen.busy} onClick={() => void reopen.run()}>
            {t('acts.reopen')}
          </Button>
        </Act>
      ) : (
        <>
          <Act what={t('acts.reset.what')}>
            <Button data-testid="person-reset" loading={reset.busy} onClick={() => void reset.run()}>
              {t('acts.reset')}
            </Button>
          </Act>
          <Act what={t('acts.signOut.what')}>
            <Button data-testid="person-sign-out" loading={signOut.busy} onClick={() => void signOut.run()}>
              {t('acts.signOut')}
            </Button>
          </Act>
          {secondStep && (
            <Act what={t('acts.secondStep.what')}>
              <Popconfirm
                title={t('acts.secondStep.what')}
                okText={t('acts.secondStep')}
                onConfirm={() => void removeStep.run()}
              >
                <Button loading={removeStep.busy}>{t('acts.secondStep')}</Button>
              </Popconfirm>
            </Act>
          )}
          <Act what={t('acts.close.what')}>
            <Popconfirm
              title={
                open > 0 ? t('acts.close.sure', { name, count: open }) : t('acts.close.sureNone', { name })
              }
              okText={t('acts.close')}
              onConfirm={() => void close.run()}
            >
              <Button data-testid="person-close" loading={close.busy}>
                {t('acts.close')}
              </Button>
            </Popconfirm>
          </Act>
        </>
      )}
    </section>
  );
}

function Act({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div className="person-act">
      <p className="muted">{what}</p>
      {children}
    </div>
  );
}
