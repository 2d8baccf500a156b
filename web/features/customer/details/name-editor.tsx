import { Button, Input } from 'antd';
import { useState } from 'react';
import { customerApi } from '../../../lib/customer-api.ts';
import { useCustomerWords } from '../../../lib/customer-words.ts';
import { useChange, type PartProps } from './use-change.ts';

export function NameEditor({ id, side, onClose }: PartProps & { onClose(): void }) {
  const w = useCustomerWords();
  const [name, setName] = useState(side.name ?? '');
  const rename = useChange(
    id,
    () => customerApi.rename(id, name.trim() === '' ? null : name.trim()),
    w('name.saved'),
  );
  const save = async () => {
    if (await rename.run()) onClose();
  };
  return (
    <div className="name-editor">
      <Input
        autoFocus
        data-testid="customer-name"
        aria-label={w('name.label')}
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={({ key, nativeEvent }) => {
          if (nativeEvent.isComposing) return;
          if (key === 'Enter') void save();
          if (key === 'Escape') onClose();
        }}
      />
      <p className="muted">{w('name.hint')}</p>
      <span className="form-foot">
        <Button size="small" onClick={onClose}>
          {w('cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          loading={rename.busy}
          data-testid="save-name"
          onClick={() => void save()}
        >
          {w('save')}
        </Button>
      </span>
    </div>
  );
}
