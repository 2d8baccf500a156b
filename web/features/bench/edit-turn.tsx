import { Button, Input } from 'antd';
import { useState } from 'react';
import { useBenchWords } from './words.ts';

interface Props {
  text: string;
  onSave(text: string): void;
  onCancel(): void;
}

export function EditTurn({ text, onSave, onCancel }: Props) {
  const b = useBenchWords();
  const [words, setWords] = useState(text);
  return (
    <div className="edit-turn">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 12 }}
        aria-label={b('turn.edit.label')}
        data-testid="turn-text"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(words);
        }}
      />
      <div className="verdict-acts">
        <Button size="small" onClick={onCancel}>
          {b('turn.edit.cancel')}
        </Button>
        <Button size="small" type="primary" data-testid="turn-save" onClick={() => onSave(words)}>
          {b('turn.edit.save')}
        </Button>
      </div>
    </div>
  );
}
