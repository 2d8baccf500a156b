import { SetupFailure } from './failure.mjs';

/** Runs a launcher and turns its result into this process's exit code. */
export async function launch(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
