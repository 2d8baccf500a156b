import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { SecondStepKey } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import { AskPassword } from './ask-password.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const securityQuery = { queryKey: ['security'], queryFn: peopleApi.security, staleTime: 0 };

type Stage = 'rest' | 'begin' | 'remove' | { key: SecondStepKey } | { codes: string[] };

const fewCodes = 3;

/** Turning the second step on and off, each behind the password. */
export function SecondStepCard() {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const client = useQueryClient();
  const { data, error } = useQuery(securityQuery);
  const [stage, setStage] = useState<Stage>('rest');
  const fresh = () =>
    Promise.all(
      [securityQuery.queryKey, ['sessions']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  return (
    <section className="account-card" data-testid="second-step">
      <h2>{t('step.title')}</h2>
      {error && <p role="alert">{sentence(error, lang)}</p>}
      {!data && !error && <Skeleton paragraph={{ rows: 1 }} title={false} />}
      {data && content(data)}
    </section>
  );

  function content({ secondStepSince, recoveryCodesLeft }: NonNullable<typeof data>) {
    if (stage === 'begin') {
      return (
        <AskPassword
          act={async (password) => setStage({ key: await peopleApi.beginSecondStep(password) })}
          submit={t('step.continue')}
          onCancel={() => setStage('rest')}
        />
      );
    }
    if (stage === 'remove') {
      return (
        <AskPassword
          act={async (password) => {
            await peopleApi.removeOwnSecondStep(password);
            message.success(t('step.removed'));
            setStage('rest');
            await fresh();
          }}
          submit={t('step.remove')}
          onCancel={() => setStage('rest')}
        />
      );
    }
    if (stage !== 'rest' && 'key' in stage) {
      return (
        <ConfirmStep
          stepKey={stage.key}
          onCancel={() => setStage('rest')}
          onConfirmed={(codes) => {
            setStage({ codes });
            void fresh();
          }}
        />
      );
    }
    if (stage !== 'rest') return <RecoveryCodes codes={stage.codes} onDone={() => setStage('rest')} />;
    if (secondStepSince === null) {
      return (
        <>
          <p className="muted">{t('step.off')}</p>
          <Button data-testid="begin-second-step" onClick={() => setStage('begin')}>
            {t('step.begin')}
          </Button>
        </>
      );
    }
    return (
      <>
        <p className="step-on-line" data-testid="second-step-on">
          {t('step.on', { time: dayAndTime(secondStepSince, lang), count: recoveryCodesLeft })}
        </p>
        {recoveryCodesLeft <= fewCodes && <p className="step-few">{t('step.fewCodes')}</p>}
        <Button data-testid="remove-second-step" onClick={() => setStage('remove')}>
          {t('step.remove')}
        </Button>
      </>
    );
  }
}
