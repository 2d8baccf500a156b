import type { KeyboardEvent } from 'react';

/** Enter that means "send": not with Shift, and not the one that chooses a candidate in an input method. */
export function isSendKey(event: KeyboardEvent): boolean {
  const composing = event.nativeEvent.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}
