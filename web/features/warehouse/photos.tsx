import { useEffect, useRef, useState } from 'react';
import { newId } from '../../../live/ids.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { ClearIcon, PictureIcon } from '../../lib/icons.tsx';
import { photoAddress } from '../operations/operations-api.ts';
import { useOperationsWords } from '../operations/words.ts';
import { uploadPhoto } from './upload-photo.ts';

interface Photo {
  key: string;
  attachmentId: string | null;
  error: unknown;
}

const mostPhotos = 8;

interface Props {
  /** null: of a parcel that fits no order. */
  orderId: string | null;
  onChange(photos: { ids: string[]; busy: boolean }): void;
}

/** Pictures of the parcel: by the camera, from a file, or dropped; they are on their way while one counts. */
export function Photos({ orderId, onChange }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const [photos, setPhotos] = useState<Photo[]>([]);
  const tell = useRef(onChange);
  useEffect(() => void (tell.current = onChange));
  useEffect(
    () =>
      tell.current({
        ids: photos.flatMap(({ attachmentId }) => attachmentId ?? []),
        busy: photos.some(({ attachmentId, error }) => attachmentId === null && error === null),
      }),
    [photos],
  );
  const add = (files: readonly File[]) => {
    for (const file of files.slice(0, mostPhotos - photos.length)) {
      const key = newId();
      const set = (some: Partial<Photo>) =>
        setPhotos((now) => now.map((photo) => (photo.key === key ? { ...photo, ...some } : photo)));
      setPhotos((now) => [...now, { key, attachmentId: null, error: null }]);
      uploadPhoto(orderId, file).then(
        (attachmentId) => set({ attachmentId }),
        (error: unknown) => set({ error }),
      );
    }
  };
  const failed = photos.find(({ error }) => error !== null);
  return (
    <div
      className="photos"
      role="group"
      aria-label={say('warehouse.photos')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add([...event.dataTransfer.files]);
      }}
    >
      {photos.map(({ key, attachmentId, error }, at) => (
        <span key={key} className="photo" data-testid="photo" data-ready={attachmentId !== null}>
          {attachmentId === null ? (
            <PictureIcon size={22} />
          ) : (
            <img
              src={photoAddress(orderId, attachmentId)}
              alt={say('warehouse.photos.of', { number: at + 1 })}
            />
          )}
          <button
            type="button"
            className="quiet-button"
            aria-label={say('warehouse.photos.remove')}
            data-failed={error !== null}
            onClick={() => setPhotos((now) => now.filter((photo) => photo.key !== key))}
          >
            <ClearIcon size={12} />
          </button>
        </span>
      ))}
      {photos.length < mostPhotos && (
        <label className="photo-add">
          <PictureIcon size={18} />
          {say('warehouse.photos.add')}
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            multiple
            className="visually-hidden"
            data-testid="photo-field"
            onChange={({ target }) => {
              add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </label>
      )}
      {failed && (
        <p className="field-problem" role="alert">
          {sentence(failed.error, lang)}
        </p>
      )}
    </div>
  );
}
