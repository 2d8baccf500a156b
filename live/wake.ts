/** What a browser page has of this; nothing of it where there is no page. */
interface Page {
  document?: EventTarget & { visibilityState: string };
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
}

/** Calls `woken` when the network returns or the page is looked at again. Returns what stops it. */
export function onWake(woken: () => void): () => void {
  const page = globalThis as Page;
  const seen = () => {
    if (page.document?.visibilityState === 'visible') woken();
  };
  page.addEventListener?.('online', woken);
  page.document?.addEventListener('visibilitychange', seen);
  return () => {
    page.removeEventListener?.('online', woken);
    page.document?.removeEventListener('visibilitychange', seen);
  };
}
