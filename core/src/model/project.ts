import type { DataFault, DataProfile, DataSource } from "./data-profile.js";
import type { Severity } from "./finding.js";
import type { VersionSource } from "./written.js";

/** A rule's entry in `nnlint.json` or the editor's settings: a level, or a level with options. */
export type RuleSetting = Severity | "off" | readonly [Severity | "off", Readonly<Record<string, unknown>>];

/** What the user configured for a file. */
export interface Configuration {
  readonly preset: "recommended" | "all" | "page-only";
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What surrounds a file: facts from build files and configuration. */
export interface ProjectFacts {
  /** The framework's version where a build file or a setting says it. */
  readonly version: { readonly value: string; readonly from: VersionSource } | null;
  readonly configuration: Configuration;
  /** Constants of other files that the text names, as far as they were found. */
  readonly constants?: ForeignConstants;
}

/** A constant of another file: its value, or the name of an enumeration's constant (`Activation.RELU`). */
export type ForeignConstant =
  /** `integer`: divides as Java's int and long do. */
  | { readonly kind: "value"; readonly value: number | string | boolean; readonly integer: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "list"; readonly items: readonly ForeignConstant[] };

/** Constants by the names under which a text refers to them: `Config.HIDDEN`. */
export type ForeignConstants = ReadonlyMap<string, ForeignConstant>;

/** A source file of the workspace. The same object as long as its text is the same. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Finds source files of the workspace for the front ends. Absent = only the text itself is known. */
export interface SourceProvider {
  /**
   * The file that declares a class, by Java's rule of one public class to a file of its name.
   * @param name in full: `com.shop.Config`
   * @param ownPackage the package of the file that asks
   * @returns `undefined` when there is none, and when several could be meant
   */
  classNamed(name: string, ownPackage: string): Promise<SourceFile | undefined>;
}

/** Reads data files for the rules. Absent = unknown. */
export interface DataProvider {
  /**
   * The profile of data files.
   * @returns what is wrong with them where they cannot be read as the text says; `undefined` when they are not there or outside the workspace
   */
  profile(source: DataSource): Promise<DataProfile | DataFault | undefined>;
}
