/** Failures of ours, for whoever runs the desk: each once in full, its repetitions counted, so that an outage can be read. */
export type FailureLog = (error: unknown) => void;

const quietMs = 30_000;
const mostKinds = 200;

export function failureLog(write: (text: string) => void, now: () => number): FailureLog {
  const known = new Map<string, { since: number; again: number }>();
  return (error) => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const kind = error instanceof Error ? `${error.name} ${error.message}` : words;
    const before = known.get(kind);
    if (before && now() - before.since < quietMs) {
      before.again++;
      return;
    }
    const again = before?.again
      ? ` (and ${before.again} times since ${new Date(before.since).toISOString()})`
      : '';
    if (known.size >= mostKinds) known.clear();
    known.set(kind, { since: now(), again: 0 });
    write(`${new Date(now()).toISOString()} ${words}${again}\n`);
  };
}
