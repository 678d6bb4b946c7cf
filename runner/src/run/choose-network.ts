import { frontEndOf } from "../../../core/src/analysis/notation.js";
import type { FrontEnd } from "../../../core/src/frontends/front-end.js";
import { LineIndex } from "../../../core/src/model/lines.js";
import type { Network } from "../../../core/src/model/network.js";
import type { ParsedFile } from "../../../core/src/model/written.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { withIndexInputs } from "../data/index-inputs.js";
import type { TrainingJob } from "../protocol/job.js";
import { RunProblem } from "./run-problem.js";

/** A network of a file, with what turns changes to it into text edits. */
export interface ChosenNetwork {
  readonly network: Network;
  readonly index: number;
  readonly file: ParsedFile;
  readonly frontEnd: FrontEnd;
}

/**
 * Reads the job's text and picks its network.
 * @throws RunProblem when the text has mistakes, no network, or several and none is named
 */
export function chooseNetwork({ text, path, notation, network: asked, version }: TrainingJob): ChosenNetwork {
  const frontEnd = frontEndOf(notation);
  const file = frontEnd.read(text, { version: version ?? null, configuration: { preset: "recommended", rules: {} } });
  const [problem] = file.problems;
  if (problem) {
    const { line, character } = new LineIndex(text).positionAt(problem.range.start);
    throw new RunProblem(
      `${path}:${line + 1}:${character + 1}: ${problem.message}`,
      "Repair the text: nnlint check shows all that is wrong with it.",
    );
  }
  const names = file.networks.map(({ name }) => name);
  const index = asked === undefined ? 0 : names.indexOf(asked);
  const written = file.networks[index];
  if (!written) {
    const hint = names.length === 0 ? "Name a file that configures a network." : `Choose one of ${names.join(", ")} with --network.`;
    throw new RunProblem(names.length === 0 ? `${path} has no network.` : `${path} has no network ${String(asked)}.`, hint);
  }
  if (asked === undefined && names.length > 1)
    throw new RunProblem(`${path} has ${names.length} networks.`, `Choose one of ${names.join(", ")} with --network.`);
  return { network: withIndexInputs(resolve(written)), index, file, frontEnd };
}
