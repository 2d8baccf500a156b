import { Drawer, Segmented } from 'antd';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useVersionsWords } from './words.ts';
import './preview-drawer.css';

/** On how many of the last ones a change can be tried. */
export const previewNumbers = [50, 200, 500] as const;
export type PreviewNumber = (typeof previewNumbers)[number];

interface Props {
  state: string;
  /** What was changed, one a line. */
  changes: ReactNode;
  /** On what it is tried. */
  effect: string;
  last(count: number): string;
  wanted: PreviewNumber;
  onWanted(count: PreviewNumber): void;
  /** The server compared with a version that came after mine. */
  isLate: boolean;
  onLate(): void;
  /** That version has come here too. */
  isBehind: boolean;
  onClose(): void;
  saveForm: ReactNode;
  children: ReactNode;
}

/** What the changes would have done; saving stands below, once that was seen. */
export function PreviewDrawer({
  state,
  changes,
  effect,
  last,
  wanted,
  onWanted,
  isLate,
  onLate,
  isBehind,
  onClose,
  saveForm,
  children,
}: Props) {
  const t = useVersionsWords();
  // Somebody saved meanwhile: whose it is and what to do stands on the page.
  const learn = useEffectEvent(() => isLate && onLate());
  useEffect(() => void learn(), [isLate]);
  const leave = useEffectEvent(() => isBehind && onClose());
  useEffect(() => void leave(), [isBehind]);
  return (
    <Drawer open size={760} title={t('preview.title')} onClose={onClose} footer={saveForm}>
      <div className="preview" data-testid="preview-drawer" data-state={state}>
        <h2>{t('preview.mine')}</h2>
        {changes}
        <div className="preview-head">
          <h2>{effect}</h2>
          <Segmented
            size="small"
            value={wanted}
            options={previewNumbers.map((value) => ({ value, label: last(value) }))}
            onChange={onWanted}
          />
        </div>
        {children}
      </div>
    </Drawer>
  );
}
