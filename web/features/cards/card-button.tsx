import { Popover } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { CardIcon } from '../../lib/icons.tsx';
import { shownKeys } from '../keys/shown-keys.ts';
import type { Wanted } from './cards-api.ts';
import { useCardsWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const CardPicker = lazyPart(() => import('./picker.tsx'), 'CardPicker');

export function CardButton({
  conversationId,
  onPick,
}: {
  conversationId: string;
  onPick(card: Wanted): void;
}) {
  const say = useCardsWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = say('open', { keys: shownKeys('Mod+J') });
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense>
          <CardPicker
            conversationId={conversationId}
            onPick={(card) => {
              setOpen(false);
              onPick(card);
            }}
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Suspense>
      }
    >
      <button
        ref={button}
        type="button"
        className="quiet-button"
        data-testid="card-button"
        data-command="card"
        aria-label={label}
        title={label}
        aria-expanded={open}
      >
        <CardIcon />
      </button>
    </Popover>
  );
}
