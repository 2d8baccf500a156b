import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Puts something where the cursor stands, and the cursor behind it. */
export function useInsert(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
): (piece: string) => void {
  const cursor = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (cursor.current === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });
  return (piece) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    cursor.current = selectionStart + piece.length;
    write(text.slice(0, selectionStart) + piece + text.slice(selectionEnd));
  };
}
