// The programs that `npm start` runs, each in a process group of its own, so that all of its children end with it.
import { spawn } from "node:child_process";

const graceMilliseconds = 4000;
const hasGroups = process.platform !== "win32";
const running = new Set();
let isEnding = false;

/** Starts a program. What it leaves running when it ends is ended, too. */
export function startProgram(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], detached: hasGroups, ...options });
  running.add(child);
  child.on("close", () => {
    running.delete(child);
    kill(child);
  });
  return child;
}

/** Runs a program to its end. @returns its exit code; 130 when it was ended by a signal */
export async function runProgram(command, args, options) {
  if (isEnding) return 130;
  const child = startProgram(command, args, options);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, ended) => resolve(ended ? 130 : status));
  });
}

/** Ends all that runs, and starts nothing more: asks each program first, insists when it is asked again or nothing happens. */
export function endPrograms(signal) {
  if (isEnding) running.forEach(kill);
  else {
    for (const child of running) child.kill(signal);
    setTimeout(() => running.forEach(kill), graceMilliseconds).unref();
  }
  isEnding = true;
}

/** True from the first Ctrl+C on. */
export function areEnding() {
  return isEnding;
}

/** Ends a program with all of its children. */
function kill(child) {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch (error) {
    // The whole group is gone already.
    if (error.code !== "ESRCH") throw error;
  }
}
