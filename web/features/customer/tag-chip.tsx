import type { Tag } from '../../../core/api.ts';
import { useCustomerWords } from '../../lib/customer-words.ts';
import './tags.css';

/** One tag; where it may be taken off, with the button for it. */
export function TagChip({ tag, onRemove }: { tag: Tag; onRemove?(): void }) {
  const w = useCustomerWords();
  return (
    <span className="tag-chip" data-colour={tag.colour} data-archived={tag.archived} data-testid="tag">
      {tag.name}
      {onRemove && (
        <button type="button" aria-label={w('tags.remove', { name: tag.name })} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  );
}
