import pc from "picocolors";
import type { Timed } from "../../../core/src/analysis/workspace.js";

/** So many rules and files are listed, the slowest first. */
const listed = 10;

/** Where the time of `check --profile` went: by part of the work, by rule, by file; in milliseconds. */
export class Profile {
  readonly #parts = new Map<string, number>();
  readonly #rules = new Map<string, number>();
  readonly #files = new Map<string, number>();

  /** Measures the parts of one file's linting. */
  of(file: string): Timed {
    return (what, work) => {
      const start = performance.now();
      try {
        return work();
      } finally {
        const time = performance.now() - start;
        const isRule = what.includes("/");
        add(this.#parts, isRule ? "rules" : what, time);
        if (isRule) add(this.#rules, what, time);
        add(this.#files, file, time);
      }
    };
  }

  /** @param milliseconds from the start to the end of the whole check */
  report(milliseconds: number): string {
    const known = [...this.#parts.values()].reduce((sum, time) => sum + time, 0);
    const parts = new Map([...this.#parts, ["files, data and the rest", Math.max(0, milliseconds - known)]]);
    return [
      section("Time", parts, milliseconds),
      section("Rules", this.#rules, milliseconds),
      section("Files", this.#files, milliseconds),
    ].join("\n");
  }
}

function add(times: Map<string, number>, what: string, time: number): void {
  times.set(what, (times.get(what) ?? 0) + time);
}

function section(title: string, times: ReadonlyMap<string, number>, whole: number): string {
  const slowest = [...times].toSorted((a, b) => b[1] - a[1]).slice(0, listed);
  const rows = slowest.map(([what, time]) => `${time.toFixed(1).padStart(9)} ms ${share(time, whole)}  ${what}`);
  const rest = times.size > listed ? [pc.dim(`            and ${times.size - listed} more`)] : [];
  return `${[pc.bold(title), ...rows, ...rest].join("\n")}\n`;
}

function share(time: number, whole: number): string {
  return `${whole > 0 ? Math.round((100 * time) / whole) : 0} %`.padStart(5);
}
