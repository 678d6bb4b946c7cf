import type { ProjectFacts } from "../../model/project.js";
import type { Notation, ParsedFile, WrittenNetwork } from "../../model/written.js";
import { readData } from "./data/read-data.js";
import { readNetwork } from "./networks/read-network.js";
import type { Program } from "./program/program.js";
import { understand } from "./understand.js";
import { Recorder } from "./values/recorder.js";
import { lastReleasesOfForms } from "./version/forms.js";
import { frameworkOf } from "./version/framework.js";

/** Reads the networks of a program in either host language. */
export function readProgram(program: Program, notation: Notation, project: ProjectFacts): ParsedFile {
  const { scope, sequences, found } = understand(program);
  const read = found.map((one) => {
    const recorder = new Recorder(scope, sequences);
    const network = readNetwork(one, recorder);
    return { found: one, recorder, network, around: readData(one, found.length === 1, recorder) };
  });
  const uses = read.flatMap(({ network }) => network.apiUses);
  const last = read.flatMap(({ recorder, network }) => [...recorder.lastReleases, ...lastReleasesOfForms(network)]);
  const framework = frameworkOf(uses, program.imports, last, project);
  const networks = read.map(({ found: { name, kind }, network, around }): WrittenNetwork => {
    const anchors = { ...network.anchors, data: around.anchor };
    const train = { ...network.train, ...around.train };
    return { ...network, name, notation, kind, framework, anchors, train, data: around.data };
  });
  return { notation, text: program.text, networks, problems: [], comments: program.comments };
}
