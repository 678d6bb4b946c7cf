import { createReadStream, fstatSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { parentPort, workerData } from "node:worker_threads";
import { LastWords } from "./last-words.js";

// A thread that reads standard input while the run computes. Lines go to the run. One that is cancelled, or whose input has closed, and
// does not answer in time, because a single step takes longer, is ended with what it has said so far.

/** How long a run may take to hear that it is to end. */
const patience = 100;

if (!parentPort || !(workerData instanceof SharedArrayBuffer)) throw new Error("This thread watches over a run.");
const port = parentPort;
const lastWords = new LastWords(workerData);

/** A blocking read of a pipe would keep the process from ending. */
function standardInput(): NodeJS.ReadableStream {
  const about = fstatSync(0);
  return about.isFIFO() || about.isSocket() ? new Socket({ fd: 0, readable: true, writable: false }) : createReadStream("", { fd: 0 });
}

function endSoon(): void {
  setTimeout(() => {
    if (!lastWords.claim()) return;
    try {
      writeAll(lastWords.read());
    } finally {
      process.kill(process.pid, "SIGKILL");
    }
  }, patience);
}

/** A pipe takes only so much at a time. */
function writeAll(text: Uint8Array): void {
  for (let done = 0; done < text.length;) {
    try {
      done += writeSync(1, text, done);
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EAGAIN") throw error;
    }
  }
}

const lines = createInterface({ input: standardInput(), terminal: false });
lines.on("line", (line) => {
  port.postMessage({ line });
  if (/"command"\s*:\s*"cancel"/.test(line)) endSoon();
});
lines.on("close", () => {
  port.postMessage({ closed: true });
  endSoon();
});
