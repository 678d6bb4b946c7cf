import type { DataProfile } from "./data-profile.js";
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
}

/** Reads data files for the rules. Absent = unknown. */
export interface DataProvider {
  /**
   * The profile of a data file.
   * @param path as written in the config, relative to the config's folder, with `/`
   * @returns `undefined` when it cannot be read or is outside the workspace
   */
  profile(path: string, options: { readonly header: boolean; readonly delimiter: string }): Promise<DataProfile | undefined>;
}
