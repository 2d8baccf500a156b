/** Replies that wait a few seconds before they leave, so that they can be taken back. */
export interface Holding {
  /** Resolves when it may leave, true, or was recalled, false. */
  hold(clientId: string, ms: number): Promise<boolean>;
  recall(clientId: string): void;
  leave(clientId: string): void;
  /** Whoever goes on, or goes away, waits for nothing. */
  leaveAll(): void;
}

export function createHolding(): Holding {
  const held = new Map<string, (leaves: boolean) => void>();
  const end = (clientId: string, leaves: boolean) => held.get(clientId)?.(leaves);
  return {
    hold: (clientId, ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end(clientId, true), ms);
        held.set(clientId, (leaves) => {
          clearTimeout(timer);
          held.delete(clientId);
          resolve(leaves);
        });
      }),
    recall: (clientId) => end(clientId, false),
    leave: (clientId) => end(clientId, true),
    leaveAll: () => [...held.keys()].forEach((clientId) => end(clientId, true)),
  };
}
