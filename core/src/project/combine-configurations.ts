import picomatch from "picomatch/posix";
import { releaseNamed } from "../frontends/dl4j/version/release-names.js";
import type { Configuration, RuleSetting } from "../model/project.js";
import type { ConfigurationFile } from "./configuration-schema.js";
import type { UserSettings } from "./projects.js";

/** A `nnlint.json` and where it lies: its globs are relative to its folder. */
export interface LocatedConfiguration {
  readonly path: string;
  readonly folder: string;
  readonly file: ConfigurationFile;
}

/**
 * The configuration in force for one file.
 * @param configurations the nearest one first
 * @param path of the file; `undefined` for a text without one
 */
export function combineConfigurations(
  configurations: readonly LocatedConfiguration[],
  path: string | undefined,
  settings: UserSettings,
): { readonly configuration: Configuration; readonly dl4jVersion: string | undefined } {
  const inFiles = configurations.toReversed().map((one) => rulesFor(one, path));
  const layers = settings.areOptions ? [...inFiles, settings.rules] : [settings.rules, ...inFiles];
  const written = configurations.map(({ file }) => releaseIn(file.dl4jVersion)).find((one) => one !== undefined);
  const set = releaseIn(settings.dl4jVersion);
  return {
    configuration: {
      preset: configurations.map(({ file }) => file.preset).find((preset) => preset !== undefined) ?? "recommended",
      rules: Object.assign({}, ...layers) as Configuration["rules"],
    },
    dl4jVersion: settings.areOptions ? (set ?? written) : (written ?? set),
  };
}

/** A version that is no release counts as not set; whoever reads it says so. */
function releaseIn(version: string | undefined): string | undefined {
  return version === undefined ? undefined : releaseNamed(version);
}

function rulesFor({ file, folder }: LocatedConfiguration, path: string | undefined): Readonly<Record<string, RuleSetting>> {
  const relative = relativeTo(folder, path ?? "");
  const overrides = (file.overrides ?? []).filter(({ files }) => matches(typeof files === "string" ? [files] : files, relative));
  return Object.assign({}, file.rules, ...overrides.map(({ rules }) => rules)) as Configuration["rules"];
}

/** True when the configuration file tells to leave a file alone. */
export function isIgnored({ file, folder }: LocatedConfiguration, path: string): boolean {
  return matches(file.ignore ?? [], relativeTo(folder, path));
}

/**
 * Globs as people write them: `*.java` means in every folder, `generated` all that is in it, and `!keep.java` takes one back;
 * the last that fits decides.
 */
function matches(globs: readonly string[], path: string): boolean {
  let isMatched = false;
  for (const glob of globs) {
    const isTakenBack = glob.startsWith("!");
    const pattern = (isTakenBack ? glob.slice(1) : glob).replace(/^\.?\//, "");
    const folder = pattern.replace(/\/+$/, "");
    const inFolder = folder.includes("/") ? [`${folder}/**`] : [`${folder}/**`, `**/${folder}/**`];
    const fits = [picomatch(pattern, { dot: true, basename: !pattern.includes("/") }), picomatch(inFolder, { dot: true })];
    if (fits.some((fit) => fit(path))) isMatched = !isTakenBack;
  }
  return isMatched;
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path.slice(path.lastIndexOf("/") + 1);
}
