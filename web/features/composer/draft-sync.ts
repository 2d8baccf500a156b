/** Which of two drafts holds: the one in this browser, or the one on the server. Pure. */

/** What stands on the server; `version` null: nothing. */
export interface Saved {
  version: string | null;
  text: string;
}

export const nothingSaved: Saved = { version: null, text: '' };

/**
 * - `same`: nothing to do · `save`: this browser's is the newer · `adopt`: the server's is
 * - `choose`: both were written on since they were last the same
 */
export type Standing = 'same' | 'save' | 'adopt' | 'choose';

/** @param base what this browser last knew to stand on the server */
export function standing(text: string, base: Saved, server: Saved): Standing {
  if (text === server.text) return 'same';
  if (text === base.text) return 'adopt';
  // Nothing there any more: sent or emptied elsewhere, while somebody went on writing here.
  if (server.version === base.version || server.version === null) return 'save';
  // Nothing of one's own is lost where there is none; what was emptied here on purpose has changed since the base.
  return text === '' && base.version === null ? 'adopt' : 'choose';
}

/** Both, the one that was there first above. */
export const together = (first: string, second: string): string => `${first}\n${second}`;
