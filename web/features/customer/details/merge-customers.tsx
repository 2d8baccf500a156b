import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Radio, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CustomerDouble, MergePreview } from '../../../../core/api.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { customerApi, type MergeChoice } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { sentence } from '../../../lib/failure.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { useAct } from '../../../lib/use-act.ts';
import { threadQuery } from '../../thread/thread-query.ts';
import type { PartProps } from './use-change.ts';

/** With whom, who stays, and where the two differ which value stays: looked at before anything happens. */
export function MergeCustomers({ id, onClose }: PartProps & { onClose(): void }) {
  const w = useCustomerWords();
  const client = useQueryClient();
  const [choice, setChoice] = useState<MergeChoice | null>(null);
  const [take, setTake] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const doubles = useQuery({
    queryKey: ['doubles', id],
    queryFn: () => customerApi.doubles(id),
    gcTime: 0,
  });
  const wish = choice ?? (doubles.data?.[0] && { other: doubles.data[0].customerId, keep: 'this' as const });
  const merge = useAct(async (wanted: MergeChoice) => {
    await customerApi.merge(id, { ...wanted, take, reason: reason.trim() });
    await Promise.all([
      client.invalidateQueries({ queryKey: ['customer'] }),
      client.invalidateQueries({ queryKey: threadQuery(id).queryKey }),
    ]);
  }, w('merge.done'));
  const choose = (next: MergeChoice) => {
    setChoice(next);
    setTake([]);
  };
  return (
    <Modal
      open
      width={640}
      title={w('merge.title')}
      okText={w('merge.do')}
      okButtonProps={{ disabled: !wish, 'data-testid': 'merge-customers' }}
      cancelText={w('cancel')}
      confirmLoading={merge.busy}
      onCancel={onClose}
      onOk={async () => {
        setAsked(true);
        if (wish && reason.trim() !== '' && (await merge.run(wish))) onClose();
      }}
    >
      <Asked query={doubles}>
        {(others) =>
          wish ? (
            <div className="merge-customers">
              {others.length > 1 && (
                <Radio.Group
                  className="merge-others"
                  aria-label={w('merge.who')}
                  value={wish.other}
                  onChange={({ target }) => choose({ ...wish, other: target.value as string })}
                >
                  {others.map((one) => (
                    <Radio key={one.customerId} value={one.customerId}>
                      <One customer={one} />
                    </Radio>
                  ))}
                </Radio.Group>
              )}
              <Preview
                id={id}
                choice={wish}
                take={take}
                onTake={setTake}
                onKeep={(keep) => choose({ ...wish, keep })}
              />
              <Form layout="vertical" requiredMark={false}>
                <Form.Item
                  label={w('merge.reason')}
                  htmlFor="merge-reason"
                  {...(asked &&
                    reason.trim() === '' && { validateStatus: 'error', help: w('merge.reasonMissing') })}
                >
                  <Input
                    id="merge-reason"
                    data-testid="merge-reason"
                    maxLength={500}
                    placeholder={w('merge.reasonHint')}
                    value={reason}
                    onChange={({ target }) => setReason(target.value)}
                  />
                </Form.Item>
              </Form>
              <Alert type="warning" showIcon title={w('merge.final')} description={w('merge.what')} />
            </div>
          ) : (
            <p>{w('merge.none')}</p>
          )
        }
      </Asked>
    </Modal>
  );
}

interface PreviewProps {
  id: string;
  choice: MergeChoice;
  /** Where the one who goes has the value that stays. */
  take: readonly string[];
  onTake(take: string[]): void;
  onKeep(keep: 'this' | 'other'): void;
}

function Preview({ id, choice, take, onTake, onKeep }: PreviewProps) {
  const w = useCustomerWords();
  const query = useQuery({
    queryKey: ['merge-preview', id, choice.other, choice.keep],
    queryFn: () => customerApi.previewMerge(id, choice),
    gcTime: 0,
  });
  return (
    <Asked query={query}>
      {(preview) => {
        const [here, there] =
          choice.keep === 'this' ? [preview.kept, preview.gone] : [preview.gone, preview.kept];
        return (
          <>
            <h3>{w('merge.keep')}</h3>
            <Radio.Group
              className="merge-keep"
              aria-label={w('merge.keep')}
              value={choice.keep}
              onChange={({ target }) => onKeep(target.value as 'this' | 'other')}
            >
              <Radio value="this" data-testid="keep-this">
                <One customer={here} as="merge.keepThis" />
              </Radio>
              <Radio value="other" data-testid="keep-other">
                <One customer={there} as="merge.keepOther" />
              </Radio>
            </Radio.Group>
            <Differences preview={preview} take={take} onTake={onTake} />
            <p className="muted">{w('merge.brings', preview.brings)}</p>
            {preview.withdrawn.length > 0 && (
              <p className="muted">
                {w('merge.withdrawn', {
                  channels: preview.withdrawn.map((channel) => w(`channel.${channel}`)).join(' · '),
                })}
              </p>
            )}
          </>
        );
      }}
    </Asked>
  );
}

function Differences({
  preview: { differences },
  take,
  onTake,
}: {
  preview: MergePreview;
  take: readonly string[];
  onTake(take: string[]): void;
}) {
  const w = useCustomerWords();
  if (differences.length === 0) return <p className="muted">{w('merge.same')}</p>;
  return (
    <>
      <h3>{w('merge.differences')}</h3>
      <dl className="merge-differences" data-testid="merge-differences">
        {differences.map(({ what, label, kept, gone }) => (
          <div key={what}>
            <dt>{label ?? w('merge.name')}</dt>
            <dd>
              <Radio.Group
                aria-label={label ?? w('merge.name')}
                value={take.includes(what)}
                onChange={({ target }) =>
                  onTake([...take.filter((one) => one !== what), ...(target.value ? [what] : [])])
                }
                options={[
                  { value: false, label: kept },
                  { value: true, label: gone },
                ]}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function One({ customer, as }: { customer: CustomerDouble; as?: 'merge.keepThis' | 'merge.keepOther' }) {
  const { lang } = usePreferences();
  const w = useCustomerWords();
  const { name, signedIn, since, phones, conversations } = customer;
  const shown = name ?? w('merge.unnamed');
  return (
    <span className="merge-one">
      <strong>{as ? w(as, { name: shown }) : shown}</strong>
      <span className="muted">
        {[
          w(signedIn ? 'merge.member' : 'merge.visitor'),
          ...phones,
          w('merge.since', { time: dayAndTime(since, lang), count: conversations }),
        ].join(' · ')}
      </span>
    </span>
  );
}

interface AskedProps<T> {
  query: { data: T | undefined; error: unknown; refetch(): unknown };
  children(answer: T): ReactNode;
}

/** While it is fetched, and where it could not be. */
function Asked<T>({ query: { data, error, refetch }, children }: AskedProps<T>) {
  const { t, lang } = usePreferences();
  if (error)
    return (
      <div role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={() => void refetch()}>{t('action.tryAgain')}</Button>
      </div>
    );
  if (data === undefined) return <Skeleton title={false} paragraph={{ rows: 4 }} />;
  return children(data);
}
