import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Form, Input, Popconfirm, Skeleton } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { MoreIcon } from '../../lib/icons.tsx';
import { inboxApi } from '../../lib/inbox-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { isSame, type Choice } from './choice.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

interface Props {
  choice: Choice;
  onChange(choice: Choice): void;
  onClose(): void;
}

const queryKey = ['saved-views'];

/** Lists that I put together and named. */
export function SavedViews({ choice, onChange, onClose }: Props) {
  const { t, lang } = usePreferences();
  const w = useInboxWords();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: inboxApi.views });
  if (error) {
    return (
      <div className="saved-views" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button size="small" onClick={() => void refetch()}>
          {t('action.tryAgain')}
        </Button>
      </div>
    );
  }
  if (!data) return <Skeleton className="saved-views" title={false} paragraph={{ rows: 2 }} />;
  return (
    <div className="saved-views" data-testid="saved-views">
      {data.length === 0 && <p className="muted">{w('views.none')}</p>}
      <ul>
        {data.map((view) => (
          <SavedRow
            key={view.viewId}
            saved={view}
            choice={choice}
            onOpen={() => {
              onChange({ view: view.view, filter: view.filter });
              onClose();
            }}
          />
        ))}
      </ul>
      <SaveForm choice={choice} />
    </div>
  );
}

function SavedRow({ saved, choice, onOpen }: { saved: SavedView; choice: Choice; onOpen(): void }) {
  const w = useInboxWords();
  const client = useQueryClient();
  const [part, setPart] = useState<'rename' | 'drop' | null>(null);
  const refetch = () => client.invalidateQueries({ queryKey });
  const change = useAct(async (next: SavedView) => {
    await inboxApi.changeView(next);
    await refetch();
  }, w('views.updated'));
  const drop = useAct(async () => {
    await inboxApi.dropView(saved.viewId);
    await refetch();
  }, w('views.dropped'));
  const { name } = saved;
  if (part === 'rename') {
    return (
      <li>
        <Input
          size="small"
          autoFocus
          maxLength={40}
          defaultValue={name}
          aria-label={w('views.newName')}
          onPressEnter={async ({ currentTarget }) => {
            const next = currentTarget.value.trim();
            if (next !== '' && (await change.run({ ...saved, name: next }))) setPart(null);
          }}
          onBlur={() => setPart(null)}
        />
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        className="saved-view"
        data-testid="saved-view"
        aria-pressed={isSame(choice, saved)}
        aria-label={w('views.apply', { name })}
        onClick={onOpen}
      >
        {name}
      </button>
      <Popconfirm
        open={part === 'drop'}
        title={w('views.drop.title', { name })}
        okText={w('views.drop')}
        onConfirm={() => void drop.run()}
        onOpenChange={(open) => !open && setPart(null)}
      >
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'update', label: w('views.update') },
              { key: 'rename', label: w('views.rename') },
              { key: 'drop', label: w('views.drop') },
            ],
            onClick: ({ key }) =>
              key === 'update' ? void change.run({ ...saved, ...choice }) : setPart(key as 'rename' | 'drop'),
          }}
        >
          <button type="button" className="quiet-button" aria-label={w('views.more', { name })}>
            <MoreIcon size={14} />
          </button>
        </Dropdown>
      </Popconfirm>
    </li>
  );
}

function SaveForm({ choice }: { choice: Choice }) {
  const w = useInboxWords();
  const client = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const save = useAct(async (name: string) => {
    await inboxApi.saveView({ name: name.trim(), ...choice });
    await client.invalidateQueries({ queryKey });
  }, w('views.saved'));
  return (
    <Form
      form={form}
      className="save-view"
      onFinish={async ({ name }) => {
        if (await save.run(name)) form.resetFields();
      }}
    >
      <Form.Item name="name" rules={[{ required: true, whitespace: true, message: w('views.nameMissing') }]}>
        <Input
          size="small"
          maxLength={40}
          placeholder={w('views.name')}
          aria-label={w('views.name')}
          data-testid="view-name"
        />
      </Form.Item>
      <Button size="small" htmlType="submit" loading={save.busy} data-testid="view-save">
        {w('views.save')}
      </Button>
    </Form>
  );
}
