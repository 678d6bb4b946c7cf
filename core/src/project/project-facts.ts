import { configurationFor, isIgnored, parseConfiguration, type ConfigurationFile } from "./configuration.js";
import { dl4jVersionFromBuildFile } from "../frontends/dl4j/build-files.js";
import type { ProjectFacts, RuleSetting } from "../model/project.js";

/** Reads text files of the project. Paths are absolute, with `/`. */
export interface ProjectFiles {
  /** The file's text; `undefined` when there is none. */
  readText(path: string): Promise<string | undefined>;
}

/** What the user set outside of `nnlint.json`: in the editor, or as options of the command line. */
export interface UserSettings {
  readonly dl4jVersion?: string | undefined;
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  /** A configuration file to use in place of the nearest one. */
  readonly configPath?: string | undefined;
}

/** Build files that say a framework's version, the decisive ones first. */
const buildFiles = ["pom.xml", "build.gradle.kts", "build.gradle"];

/** The facts about the project around one file. */
export interface FileProject {
  readonly facts: ProjectFacts;
  /** The `nnlint.json` that counts. */
  readonly configPath: string | undefined;
  readonly ignored: boolean;
}

/**
 * Finds the nearest `nnlint.json` and the nearest build file that says a version, up the tree from a file.
 * @param path the file's absolute path with `/`; `undefined` for a text without a file
 */
export async function projectOf(
  path: string | undefined,
  files: ProjectFiles,
  settings: UserSettings,
  knownRules: ReadonlySet<string>,
): Promise<FileProject> {
  const folders = path === undefined ? [] : foldersAbove(path);
  const configPath = settings.configPath ?? (await nearest(folders, "nnlint.json", files));
  const text = configPath === undefined ? undefined : await files.readText(configPath);
  const config: ConfigurationFile | undefined = text === undefined ? undefined : parseConfiguration(text, knownRules).file;
  const relative = relativeTo(configPath, path ?? "");
  const set = settings.dl4jVersion ?? config?.dl4jVersion;
  const version = set === undefined ? await versionFromBuildFiles(folders, files) : ({ value: set, from: "setting" } as const);
  return {
    facts: { version, configuration: configurationFor(config, relative, settings.rules) },
    configPath,
    ignored: isIgnored(config, relative),
  };
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}

async function nearest(folders: readonly string[], name: string, files: ProjectFiles): Promise<string | undefined> {
  for (const folder of folders) {
    const path = `${folder}/${name}`;
    if ((await files.readText(path)) !== undefined) return path;
  }
  return undefined;
}

async function versionFromBuildFiles(folders: readonly string[], files: ProjectFiles): Promise<ProjectFacts["version"]> {
  for (const folder of folders) {
    for (const name of buildFiles) {
      const text = await files.readText(`${folder}/${name}`);
      const version = text === undefined ? undefined : dl4jVersionFromBuildFile(name, text);
      if (version !== undefined) return { value: version, from: "build file" };
    }
  }
  return null;
}

function relativeTo(configPath: string | undefined, path: string): string {
  const folder = configPath?.slice(0, configPath.lastIndexOf("/") + 1);
  return folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path.slice(path.lastIndexOf("/") + 1);
}
