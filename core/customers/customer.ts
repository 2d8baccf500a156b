/** What the shop keeps of a customer beside what they said, and the values it may have. */
export const tagColours = ['teal', 'blue', 'violet', 'brown', 'olive', 'slate'] as const;
export type TagColour = (typeof tagColours)[number];

export const fieldKinds = ['text', 'number', 'date', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const consentChannels = ['sms', 'phone', 'wechat', 'app', 'email'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
export type ConsentState = 'given' | 'withdrawn';
/** How a customer says so. */
export const consentWays = ['in-chat', 'by-phone', 'form', 'in-store'] as const;
/** And what the desk itself concludes. */
export type ConsentWay = (typeof consentWays)[number] | 'merge' | 'erasure';

export const erasureReasons = ['customer-asked', 'no-longer-needed', 'collected-by-mistake'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export const longestValue = 500;

interface FieldOf {
  kind: FieldKind;
  choices: readonly string[];
}

/** Whether a field of this kind can hold the value, which has something in it. */
export function fits({ kind, choices }: FieldOf, value: string): boolean {
  switch (kind) {
    case 'text':
      return value.length <= longestValue;
    case 'number':
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(value);
    case 'date':
      return isDay(value);
    case 'choice':
      return choices.includes(value);
  }
}

/** `2026-11-22`, of a day that there is. */
function isDay(value: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Enough of a sealed value to know it again. */
export function maskValue(value: string): string {
  const letters = [...value];
  return letters.length <= 2 ? '****' : `${letters[0]}****${letters.length > 6 ? letters.at(-1) : ''}`;
}
