import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Tag } from '../../../../core/api.ts';
import { tagColours } from '../../../../core/customers/customer.ts';
import { useMay } from '../../../app/session.ts';
import { customerApi, tagsQuery } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { TagChip } from '../tag-chip.tsx';
import { useChange, type PartProps } from './use-change.ts';

/** The customer's tags, and one more in two keys: a new name makes a new tag. */
export function Tags({ id, side }: PartProps) {
  const w = useCustomerWords();
  const may = useMay();
  const { data: tags = [] } = useQuery(tagsQuery);
  const [adding, setAdding] = useState(false);
  const change = useChange(id, (add: string[], remove: string[]) => customerApi.tag(id, { add, remove }));
  const given = tags.filter((tag) => side.tags.includes(tag.tagId));
  return (
    <section className="side-section" data-testid="customer-tags">
      <header className="side-head">
        <h3>{w('tags.title')}</h3>
        {may('customers.edit') && !adding && (
          <button
            type="button"
            className="quiet-button"
            data-testid="add-tag"
            onClick={() => setAdding(true)}
          >
            {w('tags.add')}
          </button>
        )}
      </header>
      {given.length === 0 && !adding && <p className="muted">{w('tags.none')}</p>}
      <div className="tag-chips">
        {given.map((tag) => (
          <TagChip
            key={tag.tagId}
            tag={tag}
            {...(may('customers.edit') && { onRemove: () => void change.run([], [tag.tagId]) })}
          />
        ))}
      </div>
      {adding && (
        <TagPicker
          tags={tags.filter((tag) => !tag.archived && !side.tags.includes(tag.tagId))}
          all={tags}
          onPick={(tagId) => change.run([tagId], [])}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

interface PickerProps {
  /** Those that may be added. */
  tags: readonly Tag[];
  all: readonly Tag[];
  onPick(tagId: string): Promise<boolean>;
  onClose(): void;
}

const asNew = 'new:';

function TagPicker({ tags, all, onPick, onClose }: PickerProps) {
  const w = useCustomerWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const known = all.some((tag) => !tag.archived && tag.name.toLowerCase() === name.toLowerCase());
  const create = useChange('', async () => {
    const tag = await customerApi.createTag({ name, colour: nextColour(all) });
    await client.invalidateQueries({ queryKey: tagsQuery.queryKey });
    await onPick(tag.tagId);
  });
  const options = [
    ...tags.map((tag) => ({ value: tag.tagId, label: tag.name })),
    ...(name !== '' && name.length <= 20 && !known
      ? [{ value: asNew + name, label: w('tags.new', { name }) }]
      : []),
  ];
  return (
    <Select
      className="tag-picker"
      data-testid="tag-picker"
      aria-label={w('tags.find')}
      placeholder={w('tags.find')}
      size="small"
      autoFocus
      open
      value={null}
      options={options}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (input, option) =>
          String(option?.value).startsWith(asNew) ||
          String(option?.label).toLowerCase().includes(input.trim().toLowerCase()),
      }}
      notFoundContent={w('tags.empty')}
      onBlur={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onChange={async (value: string | null) => {
        if (value === null) return;
        const done = await (value.startsWith(asNew) ? create.run() : onPick(value));
        if (done) onClose();
      }}
    />
  );
}

/** The one that fewest have, so that new tags are told apart. */
function nextColour(tags: readonly Tag[]) {
  const uses = (colour: string) => tags.filter((tag) => tag.colour === colour).length;
  return tagColours.toSorted((a, b) => uses(a) - uses(b))[0]!;
}
