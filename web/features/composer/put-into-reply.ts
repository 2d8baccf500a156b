/** From anywhere beside the conversation into the reply that is being written; without a composer on the page it goes nowhere. */
type Listener = (piece: string) => void;

const listeners = new Set<Listener>();

export function putIntoReply(piece: string): void {
  for (const listener of listeners) listener(piece);
}

export function listenForPieces(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
