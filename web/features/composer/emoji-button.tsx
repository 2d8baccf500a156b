import { Popover } from 'antd';
import { Suspense, useState } from 'react';
import { SmileIcon } from '../../lib/icons.tsx';
import { useComposerWords } from './words.ts';
import { lazyPart } from '../../lib/lazy-part.ts';

const EmojiPicker = lazyPart(() => import('./emoji-picker.tsx'), 'EmojiPicker');

export function EmojiButton({ onPick }: { onPick(emoji: string): void }) {
  const say = useComposerWords();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense>
          <EmojiPicker
            onPick={(emoji) => {
              setOpen(false);
              onPick(emoji);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      }
    >
      <button
        type="button"
        className="quiet-button"
        data-testid="emoji"
        aria-label={say('emoji.open')}
        title={say('emoji.open')}
        aria-expanded={open}
      >
        <SmileIcon />
      </button>
    </Popover>
  );
}
