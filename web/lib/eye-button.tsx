import { EyeIcon } from './icons.tsx';

interface Props {
  /** Whole, not masked. */
  shown: boolean;
  busy: boolean;
  /** What a click does, and to what. */
  label: string;
  /** Where it stands beside the name of what it shows. */
  title?: string;
  testId: string;
  onClick(): void;
}

/** Shows what is masked, and masks it again. */
export function EyeButton({ shown, busy, label, title = label, testId, onClick }: Props) {
  return (
    <button
      type="button"
      className="quiet-button"
      data-testid={testId}
      disabled={busy}
      aria-pressed={shown}
      aria-label={label}
      title={title}
      onClick={onClick}
    >
      <EyeIcon />
    </button>
  );
}
