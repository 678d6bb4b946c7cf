import type { FrontEnd } from "../front-end.js";
import { editProgram } from "./edit/edit-program.js";
import { readJava } from "./java/syntax.js";
import { readProgram } from "./read.js";

/** Java sources that configure networks with Deeplearning4j's builders. */
export const java: FrontEnd = {
  read(text, project) {
    if (!text.includes("deeplearning4j")) return { notation: "java", text, networks: [], problems: [], comments: [] };
    return readProgram(readJava(text), "java", project);
  },
  edit(file, network, changes) {
    return editProgram(readJava(file.text), file, network, changes, ";");
  },
};
