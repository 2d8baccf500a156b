import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Radio, Select, Skeleton } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { HoursAnswer } from '../../../core/api.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { hoursProblems } from '../../../core/team/hours-problems.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { meQuery, useMay } from '../../app/session.ts';
import { sentence } from '../../lib/failure.ts';
import { peopleApi } from '../../lib/people-api.ts';
import { usePeopleWords } from '../../lib/people-words.ts';
import { useMessage } from '../../lib/use-message.ts';
import { SettingsHead } from '../people/settings-head.tsx';
import { Dates } from './dates.tsx';
import type { HoursDraft } from './draft.ts';
import { draftOf, hoursOf } from './draft.ts';
import { OpeningLine } from './opening-line.tsx';
import { Shifts } from './shifts.tsx';
import { zoneChoices } from './zones.ts';
import './hours.css';

const hoursQuery = { queryKey: ['hours'], queryFn: peopleApi.hours, staleTime: 0 };

/** Settings → Hours. */
export function HoursPage() {
  const t = usePeopleWords();
  const { t: common, lang } = usePreferences();
  const { data, error, refetch } = useQuery(hoursQuery);
  return (
    <main className="settings-page" data-testid="hours-page">
      <div className="settings-body">
        <SettingsHead title={t('hours.title')} what={t('hours.what')} />
        {data ? (
          <Editor key={data.version} answer={data} />
        ) : error ? (
          <div role="alert">
            <h2>{t('hours.failed')}</h2>
            <p>{sentence(error, lang)}</p>
            <Button onClick={() => void refetch()}>{common('action.tryAgain')}</Button>
          </div>
        ) : (
          <Skeleton paragraph={{ rows: 6 }} aria-busy aria-label={common('page.loading')} />
        )}
      </div>
    </main>
  );
}

function Editor({ answer }: { answer: HoursAnswer }) {
  const t = usePeopleWords();
  const may = useMay();
  const readOnly = !may('hours.write');
  const base = useMemo(() => draftOf(answer.hours), [answer.hours]);
  const [draft, setDraft] = useState(base);
  const change = (some: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...some }));
  const hours = hoursOf(draft);
  const problems = useProblems(draft);
  const isChanged = JSON.stringify(hours) !== JSON.stringify(hoursOf(base));
  return (
    <>
      {readOnly && <p className="hours-read-only">{t('hours.readOnly')}</p>}
      <OpeningLine hours={hours} broken={problems.size > 0} />
      <div className="hours-fields">
        <Field label={t('hours.kind')}>
          <Radio.Group
            aria-label={t('hours.kind')}
            disabled={readOnly}
            value={draft.always}
            onChange={(event) => change({ always: event.target.value as boolean })}
            options={[
              { value: true, label: t('hours.always') },
              { value: false, label: <span data-testid="hours-some">{t('hours.some')}</span> },
            ]}
          />
        </Field>
        {!draft.always && (
          <>
            <Field label={t('hours.days')} problem={problems.get('hours.days')}>
              <Checkbox.Group
                disabled={readOnly}
                value={draft.days}
                onChange={(days) => change({ days })}
                options={days.map((value) => ({ value, label: t(`hours.day.${value}`) }))}
              />
            </Field>
            <Field
              label={t('hours.shifts')}
              what={t('hours.shifts.what')}
              problem={problems.get('hours.hours')}
            >
              <Shifts
                shifts={draft.shifts}
                readOnly={readOnly}
                problems={problems}
                onChange={(shifts) => change({ shifts })}
              />
            </Field>
            <Field label={t('hours.holidays')} what={t('hours.holidays.what')}>
              <Dates
                part="holidays"
                dates={draft.holidays}
                readOnly={readOnly}
                problems={problems}
                onChange={(holidays) => change({ holidays })}
              />
            </Field>
            <Field label={t('hours.workdays')} what={t('hours.workdays.what')}>
              <Dates
                part="workdays"
                dates={draft.workdays}
                readOnly={readOnly}
                problems={problems}
                onChange={(workdays) => change({ workdays })}
              />
            </Field>
            <Field label={t('hours.zone')}>
              <Select
                className="hours-zone"
                aria-label={t('hours.zone')}
                disabled={readOnly}
                showSearch={{ optionFilterProp: 'label' }}
                value={draft.zone}
                options={zoneChoices(draft.zone)}
                onChange={(zone: string) => change({ zone })}
              />
            </Field>
          </>
        )}
      </div>
      {isChanged && !readOnly && (
        <SaveLine
          hours={hours}
          basedOn={answer.version}
          blocked={problems.size > 0}
          onDiscard={() => setDraft(base)}
        />
      )}
    </>
  );
}

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** Field to sentence. Beside its field a sentence of the refusal's own words says what is wrong. */
function useProblems(draft: HoursDraft): Map<string, string> {
  const { lang } = usePreferences();
  return useMemo(() => {
    // Numbered as they stand on the page, not as they will be sorted.
    const hours = draft.always ? 'always' : { ...draft, hours: draft.shifts };
    return new Map(
      hoursProblems(hours).map((problem) => [
        problem.field,
        refusalWords({ code: 'invalid', problems: [problem] }, lang),
      ]),
    );
  }, [draft, lang]);
}

interface SaveProps {
  hours: HoursAnswer['hours'];
  basedOn: number;
  blocked: boolean;
  onDiscard(): void;
}

function SaveLine({ hours, basedOn, blocked, onDiscard }: SaveProps) {
  const t = usePeopleWords();
  const { lang } = usePreferences();
  const message = useMessage();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const saved = await peopleApi.saveHours(hours, basedOn);
      message.success(t('hours.saved'));
      client.setQueryData(hoursQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    } catch (error) {
      message.warning(sentence(error, lang), 6);
      setBusy(false);
    }
  };
  return (
    <div className="hours-save" data-testid="hours-unsaved">
      <span>{t('hours.changed')}</span>
      <Button onClick={onDiscard}>{t('hours.discard')}</Button>
      <Button
        type="primary"
        data-testid="hours-save"
        loading={busy}
        disabled={blocked}
        onClick={() => void save()}
      >
        {t('hours.save')}
      </Button>
    </div>
  );
}

interface FieldProps {
  label: string;
  what?: string;
  problem?: string;
  children: ReactNode;
}

function Field({ label, what, problem, children }: FieldProps) {
  return (
    <section className="hours-field" aria-label={label}>
      <div>
        <h2>{label}</h2>
        {what && <p className="muted">{what}</p>}
      </div>
      <div>
        {children}
        {problem && <p className="hours-problem">{problem}</p>}
      </div>
    </section>
  );
}
