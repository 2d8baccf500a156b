import { Modal } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { ranked } from './fuzzy.ts';
import { useCommands, useOrderFor, useSearchFor, type Command } from './use-commands.ts';
import { useKeysWords } from './words.ts';
import './keys.css';

const mostShown = 40;

/** Find anything, press Enter. */
export function Palette({ onClose, onHelp }: { onClose(): void; onHelp(): void }) {
  const say = useKeysWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const next = useRef<(() => void) | null>(null);
  const commands = useCommands(onHelp);
  const searchFor = useSearchFor();
  const orderFor = useOrderFor();
  const words = typed.trim();
  const found = ranked(typed, commands, ({ label, also }) => [label, ...also]).slice(0, mostShown);
  if (words !== '') found.push(...[searchFor(words), orderFor(words)].filter((one) => one !== null));
  const chosen = found[Math.min(at, found.length - 1)];

  // After the dialog has gone: what opens then keeps the focus, and nothing is pressed behind it.
  const run = (command: Command) => {
    next.current = command.run;
    onClose();
  };
  useEffect(() => () => void setTimeout(() => next.current?.()), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <Modal
      open
      footer={null}
      closable={false}
      width={560}
      title={<span className="visually-hidden">{say('palette.title')}</span>}
      className="palette"
      onCancel={onClose}
      afterOpenChange={() => field.current?.focus()}
    >
      <input
        ref={field}
        className="palette-field"
        data-testid="palette"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${found.indexOf(chosen)}`}
        aria-label={say('palette.placeholder')}
        placeholder={say('palette.placeholder')}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} className="palette-list" role="listbox" aria-label={say('palette.title')}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={command === chosen}
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span className="palette-label">{command.label}</span>
            {command.kind === 'conversation' && <span className="palette-also">{command.also[0]}</span>}
            <span className="palette-kind">{say(`palette.kind.${command.kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className="palette-foot">{say('palette.keys')}</p>
    </Modal>
  );
}
