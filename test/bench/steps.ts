import { Session } from "node:inspector/promises";
import { java, kotlin } from "../../core/src/frontends/dl4j/index.js";
import type { ProjectFacts } from "../../core/src/model/index.js";

/** What the reader of a host language does to a text. */
export type ReadText = (text: string) => void;

const project: ProjectFacts = { version: null, configuration: { preset: "recommended", rules: {} } };

export const readers: Readonly<Record<"java" | "kotlin", ReadText>> = {
  java: (text) => void java.read(text, project),
  kotlin: (text) => void kotlin.read(text, project),
};

/** Counts how often functions and branches of the core are run: the same on every machine. */
export class StepCounter {
  private readonly session = new Session();

  async open(): Promise<void> {
    this.session.connect();
    await this.session.post("Profiler.enable");
    await this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** The steps that some work takes. */
  async count(work: () => void): Promise<number> {
    await this.session.post("Profiler.takePreciseCoverage");
    work();
    const { result } = await this.session.post("Profiler.takePreciseCoverage");
    const ranges = result
      .filter(({ url }) => url.includes("/core/src/"))
      .flatMap(({ functions }) => functions.flatMap((one) => one.ranges));
    return ranges.reduce((sum, { count }) => sum + count, 0);
  }

  close(): void {
    this.session.disconnect();
  }
}
