import type { Change } from "../model/change.js";
import type { ForeignConstants, ProjectFacts, SourceProvider } from "../model/project.js";
import type { TextEdit } from "../model/range.js";
import type { ParsedFile } from "../model/written.js";

/** One notation: text to networks, and changes to text edits. */
export interface FrontEnd {
  /** Never throws: damaged text gives what its undamaged parts say. */
  read(text: string, project: ProjectFacts): ParsedFile;
  /** Looks up the constants of other files that a text names; `read` is given them as `project.constants`. */
  readonly constantsFor?: (text: string, sources: SourceProvider) => Promise<ForeignConstants>;
  /**
   * The text edits that make the changes to the `network`-th network of the file, in the style of the text around them;
   * `null` when the notation cannot say one of them there. Edits are sorted and do not overlap.
   */
  edit(file: ParsedFile, network: number, changes: readonly Change[]): readonly TextEdit[] | null;
  /** The text in canonical form; `null` for a text with mistakes. Only for notations of our own: code has formatters. */
  readonly format?: (text: string) => string | null;
}
