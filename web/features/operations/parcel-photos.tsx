import { photoAddress } from './operations-api.ts';
import { useOperationsWords } from './words.ts';

/** What whoever booked the parcel in took of it; each opens whole. */
export function ParcelPhotos({ orderId, photos }: { orderId: string | null; photos: readonly string[] }) {
  const say = useOperationsWords();
  if (photos.length === 0) return null;
  return (
    <p className="parcel-photos">
      {photos.map((attachmentId, at) => (
        <a key={attachmentId} href={photoAddress(orderId, attachmentId)} target="_blank" rel="noreferrer">
          <img
            src={photoAddress(orderId, attachmentId)}
            alt={say('warehouse.photos.of', { number: at + 1 })}
            loading="lazy"
          />
        </a>
      ))}
    </p>
  );
}
