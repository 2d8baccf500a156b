import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { usePreferences } from '../../../app/preferences.tsx';
import { useMay, useMe } from '../../../app/session.ts';
import { customerApi } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { dayAndTime } from '../../../lib/format.ts';
import { CloseIcon } from '../../../lib/icons.tsx';
import { useChange, type PartProps } from './use-change.ts';

/** What stays with the customer, whoever serves them. */
export function Notes({ id, side }: PartProps) {
  const { lang } = usePreferences();
  const w = useCustomerWords();
  const may = useMay();
  const { agentId } = useMe();
  const drop = useChange(id, (noteId: string) => customerApi.dropNote(id, noteId), w('notes.gone'));
  return (
    <section className="side-section" data-testid="customer-notes">
      <h3>{w('notes.title')}</h3>
      <ul className="customer-notes">
        {side.notes.map(({ noteId, text, authorId, authorName, at }) => (
          <li key={noteId}>
            <p>{text}</p>
            <span className="muted">{w('notes.by', { name: authorName, time: dayAndTime(at, lang) })}</span>
            {may('customers.edit') && (authorId === agentId || may('customers.merge')) && (
              <Popconfirm
                title={w('notes.drop')}
                okText={w('notes.drop')}
                cancelText={w('cancel')}
                onConfirm={() => void drop.run(noteId)}
              >
                <button type="button" className="quiet-button" aria-label={w('notes.drop')}>
                  <CloseIcon size={12} />
                </button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {may('customers.edit') ? (
        <NewNote id={id} />
      ) : (
        side.notes.length === 0 && <p className="muted">{w('notes.none')}</p>
      )}
    </section>
  );
}

function NewNote({ id }: { id: string }) {
  const w = useCustomerWords();
  const [text, setText] = useState('');
  const add = useChange(id, () => customerApi.note(id, text), w('notes.saved'));
  const save = async () => {
    if (text.trim() !== '' && (await add.run())) setText('');
  };
  return (
    <div className="new-note">
      <Input.TextArea
        data-testid="customer-note"
        aria-label={w('notes.title')}
        placeholder={w('notes.hint')}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={1000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      {text.trim() !== '' && (
        <Button size="small" loading={add.busy} data-testid="add-customer-note" onClick={() => void save()}>
          {w('notes.add')}
        </Button>
      )}
    </div>
  );
}
