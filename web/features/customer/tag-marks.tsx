import { useQuery } from '@tanstack/react-query';
import { tagsQuery } from '../../lib/customer-api.ts';
import { TagChip } from './tag-chip.tsx';

const most = 3;

/** A customer's tags on a row of the inbox. */
export function TagMarks({ tagIds }: { tagIds: readonly string[] }) {
  const { data: tags = [] } = useQuery(tagsQuery);
  const given = tags.filter((tag) => tagIds.includes(tag.tagId));
  if (given.length === 0) return null;
  return (
    <span className="tag-marks">
      {given.slice(0, most).map((tag) => (
        <TagChip key={tag.tagId} tag={tag} />
      ))}
      {given.length > most && <span className="muted figures">+{given.length - most}</span>}
    </span>
  );
}
