import { useBenchWords } from './words.ts';
import '../verdict/verdict.css';

interface Props {
  verdict: 'right' | 'wrong' | 'missed' | undefined;
  disabled: boolean;
  /** Why this person may not. */
  why?: string;
  onMark(verdict: 'right' | 'wrong'): void;
}

/** On a conversation that somebody brought along a word can be taken back: press it again. */
export function MarkButtons({ verdict, disabled, why, onMark }: Props) {
  const b = useBenchWords();
  return (
    <span className="verdict-control">
      {(['right', 'wrong'] as const).map((said) => (
        <button
          key={said}
          type="button"
          className="verdict-button"
          data-testid={`mark-${said}`}
          aria-pressed={verdict === said}
          disabled={disabled}
          title={why}
          onClick={() => onMark(said)}
        >
          {b(`verdict.${said}`)}
        </button>
      ))}
    </span>
  );
}
