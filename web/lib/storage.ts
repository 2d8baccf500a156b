/** localStorage that never throws: in a private window or with a full disk the desk goes on without it. */
export interface Shelf {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

export const browserShelf: Shelf = {
  get: (key) => quietly(() => localStorage.getItem(key)),
  set: (key, value) => void quietly(() => localStorage.setItem(key, value)),
  remove: (key) => void quietly(() => localStorage.removeItem(key)),
};

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
