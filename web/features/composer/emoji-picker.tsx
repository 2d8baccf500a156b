import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useComposerWords } from './words.ts';

const perRow = 10;
/** What people in a shop say: greeting and thanks, comfort, gladness, goods and parcels, weather and feasts. */
const emojis = [
  ...'😊😄😁🙂😉😍🥰😘🤗😇',
  ...'🤔😅😂😌😢😭😔😟😳😴',
  ...'👍👌👏🙏💪🤝👋🙌✌🫶',
  ...'❤🧡💛💚💙💐🌹🌸🌟✨',
  ...'🎁🎉🛍📦🚚📮📞📷💰🏷',
  ...'⏰📅✅❗❓☀🌧❄🍵🧧',
];

/** One tab stop; the arrows walk, Enter takes, Escape closes. */
export function EmojiPicker({ onPick, onClose }: { onPick(emoji: string): void; onClose(): void }) {
  const say = useComposerWords();
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => (grid.current?.firstElementChild as HTMLElement | null)?.focus(), []);

  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const cells = [...(grid.current?.children ?? [])] as HTMLElement[];
    cells[cells.indexOf(event.target as HTMLElement) + step]?.focus();
  };

  return (
    <div ref={grid} className="emoji-grid" role="group" aria-label={say('emoji.open')} onKeyDown={walk}>
      {emojis.map((emoji, at) => (
        <button key={emoji} type="button" tabIndex={at === 0 ? 0 : -1} onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}
