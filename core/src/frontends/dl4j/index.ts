import type { Notation } from "../../model/written.js";
import type { FrontEnd } from "../front-end.js";
import { editProgram } from "./edit/edit-program.js";
import { javaLanguage, kotlinLanguage, type HostLanguage } from "./edit/host-language.js";
import { foreignConstants, withConstants, type ReadProgram } from "./foreign/foreign-constants.js";
import { readJava } from "./java/syntax.js";
import { readKotlin } from "./kotlin/read-kotlin.js";
import type { Program } from "./program/program.js";
import { readProgram } from "./read.js";
import { remembered } from "./remembered.js";

/** A file is read for its constants, its networks and every fix. */
const javaProgram = remembered(readJava);
const kotlinProgram = remembered(readKotlin);

/** Source files that constants may stand in. */
const sourceProgram: ReadProgram = ({ path, text }) => {
  if (path.endsWith(".java")) return javaProgram(text);
  return path.endsWith(".kt") ? kotlinProgram(text) : undefined;
};

/** Sources that configure networks with Deeplearning4j's builders. */
function builderCalls(notation: Notation, programOf: (text: string) => Program, language: HostLanguage): FrontEnd {
  return {
    read(text, project) {
      if (!isAboutNetworks(text)) return { notation, text, networks: [], problems: [], comments: [] };
      const { constants } = project;
      return { ...readProgram(withConstants(programOf(text), constants), notation, project), ...(constants && { constants }) };
    },
    constantsFor: async (text, sources) => (isAboutNetworks(text) ? foreignConstants(programOf(text), sources, sourceProgram) : new Map()),
    edit(file, network, changes) {
      return editProgram(withConstants(programOf(file.text), file.constants), file, network, changes, language);
    },
  };
}

export const java: FrontEnd = builderCalls("java", javaProgram, javaLanguage);

export const kotlin: FrontEnd = builderCalls("kotlin", kotlinProgram, kotlinLanguage);

/** Files with no mention of Deeplearning4j are left alone before anything is parsed. */
function isAboutNetworks(text: string): boolean {
  return text.includes("deeplearning4j");
}
