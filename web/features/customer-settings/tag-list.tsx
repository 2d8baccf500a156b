import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Tag } from '../../../core/api.ts';
import { tagColours, type TagColour } from '../../../core/customers/customer.ts';
import { customerApi, tagsQuery } from '../../lib/customer-api.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';
import { useAct } from '../../lib/use-act.ts';
import { TagChip } from '../customer/tag-chip.tsx';

type Look = Pick<Tag, 'name' | 'colour'>;

export function TagList({ tags }: { tags: readonly Tag[] }) {
  const w = useCustomerWords();
  const create = useTagAct((look: Look) => customerApi.createTag(look));
  const [making, setMaking] = useState(false);
  const inUse = tags.filter((tag) => !tag.archived);
  const archived = tags.filter((tag) => tag.archived);
  return (
    <>
      {tags.length === 0 && <p className="muted">{w('settings.tags.none')}</p>}
      <ul className="settings-list">
        {[...inUse, ...archived].map((tag) => (
          <TagRow key={tag.tagId} tag={tag} />
        ))}
      </ul>
      {making ? (
        <TagEditor
          look={{ name: '', colour: tagColours[tags.length % tagColours.length]! }}
          busy={create.busy}
          onCancel={() => setMaking(false)}
          onSave={async (look) => {
            if (await create.run(look)) setMaking(false);
          }}
        />
      ) : (
        <Button data-testid="new-tag" onClick={() => setMaking(true)}>
          {w('settings.tag.new')}
        </Button>
      )}
    </>
  );
}

function TagRow({ tag }: { tag: Tag }) {
  const w = useCustomerWords();
  const [editing, setEditing] = useState(false);
  const change = useTagAct((some: Partial<Tag>) => customerApi.changeTag({ ...tag, ...some }));
  if (editing)
    return (
      <li className="settings-row">
        <TagEditor
          look={tag}
          busy={change.busy}
          onCancel={() => setEditing(false)}
          onSave={async (look) => {
            if (await change.run(look)) setEditing(false);
          }}
        />
      </li>
    );
  return (
    <li className="settings-row" data-archived={tag.archived}>
      <span>
        <TagChip tag={tag} />
      </span>
      <span className="muted figures">{w('settings.tag.count', { count: tag.customers })}</span>
      <span className="settings-row-acts">
        {!tag.archived && (
          <button
            type="button"
            className="quiet-button"
            aria-label={w('settings.edit', { name: tag.name })}
            onClick={() => setEditing(true)}
          >
            {w('settings.edit', { name: '' })}
          </button>
        )}
        <button
          type="button"
          className="quiet-button"
          disabled={change.busy}
          onClick={() => void change.run({ archived: !tag.archived })}
        >
          {w(tag.archived ? 'settings.restore' : 'settings.archive')}
        </button>
      </span>
    </li>
  );
}

interface EditorProps {
  look: Look;
  busy: boolean;
  onSave(look: Look): Promise<void>;
  onCancel(): void;
}

function TagEditor({ look, busy, onSave, onCancel }: EditorProps) {
  const w = useCustomerWords();
  const [name, setName] = useState(look.name);
  const [colour, setColour] = useState<TagColour>(look.colour);
  return (
    <form
      className="settings-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ name: name.trim(), colour });
      }}
    >
      <Input
        autoFocus
        required
        data-testid="tag-name"
        aria-label={w('settings.tag.name')}
        placeholder={w('settings.tag.name')}
        maxLength={20}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Select
        aria-label={w('settings.tag.colour')}
        className="tag-colour"
        value={colour}
        onChange={setColour}
        options={tagColours.map((value) => ({
          value,
          label: (
            <TagChip
              tag={{ tagId: value, name: w(`colour.${value}`), colour: value, archived: false, customers: 0 }}
            />
          ),
        }))}
      />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={name.trim() === ''}
        data-testid="save-tag"
      >
        {w('save')}
      </Button>
      <Button onClick={onCancel}>{w('cancel')}</Button>
    </form>
  );
}

function useTagAct<A extends unknown[]>(act: (...args: A) => Promise<unknown>) {
  const w = useCustomerWords();
  const client = useQueryClient();
  return useAct(async (...args: A) => {
    await act(...args);
    await client.invalidateQueries({ queryKey: tagsQuery.queryKey });
  }, w('settings.saved'));
}
