/** A set-up step that the person at the terminal can put right: shown in both languages, without a stack. */
export class SetupFailure extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
    this.name = 'SetupFailure';
  }
}

/** Progress and errors go to stderr: stdout belongs to the command. */
export function say(zh, en) {
  process.stderr.write(`${zh} · ${en}\n`);
}
