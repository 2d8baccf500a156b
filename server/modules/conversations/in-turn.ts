/** What comes one after the other leaves so, however long each is looked at in between. */
export interface Turns {
  enter(key: string): Turn;
}

export interface Turn {
  /** All that entered before under the same key have left. */
  mine: Promise<void>;
  leave(): void;
}

export function openTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    enter(key) {
      const mine = last.get(key) ?? Promise.resolve();
      const { promise: left, resolve } = Promise.withResolvers<void>();
      const both = mine.then(() => left);
      last.set(key, both);
      return {
        mine,
        leave() {
          resolve();
          void both.then(() => last.get(key) === both && last.delete(key));
        },
      };
    },
  };
}
