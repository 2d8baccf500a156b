/** What tests of the widget share. */

/** A storage as browsers have it: its keys are its own properties, its methods are not. */
export function memoryStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

/** A token in the form of a shop's, signed by nobody: the widget only reads whom it is for. */
export function signedFor(customer: string, issuedAt = 0): string {
  return `head.${btoa(JSON.stringify({ sub: customer, iat: issuedAt }))}.signature`;
}
