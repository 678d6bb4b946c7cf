/** The exit code of a test that this machine cannot run: neither passed nor failed (as in Automake). */
export const skippedCode = 77;

/** Says in one line why a test is not run here and what to do, and ends the process. */
export function skipped(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(skippedCode);
}
