/** When a block opens to the agent's own reason: after a while without a supervisor, and never for the gravest rules. */

const afterSeconds = 60;

/** null: only a supervisor opens it. */
export function ownReasonAfterSeconds(rules: readonly string[]): number | null {
  return rules.some(neverOpens) ? null : afterSeconds;
}

const neverOpens = (rule: string) =>
  rule.startsWith('redline.') || rule === 'attitude.insult' || rule === 'attitude.threat';
