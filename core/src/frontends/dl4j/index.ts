import type { FrontEnd } from "../front-end.js";
import { editProgram } from "./edit/edit-program.js";
import { foreignConstants, withConstants, type ReadProgram } from "./foreign/foreign-constants.js";
import { readJava } from "./java/syntax.js";
import { readProgram } from "./read.js";
import { remembered } from "./remembered.js";

/** A file is read for its constants, its networks and every fix. */
const javaProgram = remembered(readJava);

/** Source files that constants may stand in. */
const sourceProgram: ReadProgram = ({ path, text }) => (path.endsWith(".java") ? javaProgram(text) : undefined);

/** Java sources that configure networks with Deeplearning4j's builders. */
export const java: FrontEnd = {
  read(text, project) {
    if (!isAboutNetworks(text)) return { notation: "java", text, networks: [], problems: [], comments: [] };
    const { constants } = project;
    return { ...readProgram(withConstants(javaProgram(text), constants), "java", project), ...(constants && { constants }) };
  },
  constantsFor: async (text, sources) => (isAboutNetworks(text) ? foreignConstants(javaProgram(text), sources, sourceProgram) : new Map()),
  edit(file, network, changes) {
    return editProgram(withConstants(javaProgram(file.text), file.constants), file, network, changes, ";");
  },
};

/** Files with no mention of Deeplearning4j are left alone before anything is parsed. */
function isAboutNetworks(text: string): boolean {
  return text.includes("deeplearning4j");
}
