import { useState, type DragEvent, type ReactNode } from 'react';
import { usePreferences } from '../../app/preferences.tsx';

interface Props {
  onFiles(files: Iterable<File>): void;
  children: ReactNode;
}

/** Takes files that are dropped on what it holds. Text that is dragged stays the field's own business. */
export function DropZone({ onFiles, children }: Props) {
  const { t } = usePreferences();
  const [over, setOver] = useState(false);
  const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return (
    <div
      className="drop-zone"
      data-over={over}
      data-testid="drop-zone"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <p className="drop-here">{t('file.drop')}</p>}
    </div>
  );
}
