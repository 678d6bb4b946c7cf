import { versionInFolder } from "./build/dl4j-version.js";
import { parseConfiguration } from "./configuration.js";
import type { ConfigurationFile, KnownRules } from "./configuration-schema.js";
import { combineConfigurations, isIgnored, type LocatedConfiguration } from "./combine-configurations.js";
import { folderOf, foldersAbove, type ProjectFiles } from "./project-files.js";
import type { ProjectFacts, RuleSetting } from "../model/project.js";

/** What the user set outside of `nnlint.json`: in the editor, or as options of the command line. */
export interface UserSettings {
  readonly dl4jVersion?: string | undefined;
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
  /** A configuration file to use in place of the nearest one. */
  readonly configPath?: string | undefined;
  /** Options of the command line win over `nnlint.json`, which wins over the editor's settings. */
  readonly areOptions?: boolean;
}

/** The facts about the project around one file. */
export interface FileProject {
  readonly facts: ProjectFacts;
  /** The `nnlint.json` files that count, the nearest first. */
  readonly configPaths: readonly string[];
  readonly ignored: boolean;
}

/** What surrounds the files of a workspace: `nnlint.json` and build files up the tree. Each is read and understood once. */
export class Projects {
  readonly #configurations = new Map<string, Promise<ConfigurationFile | undefined>>();
  readonly #versions = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly files: ProjectFiles,
    private readonly knownRules: KnownRules,
  ) {}

  /**
   * The nearest `nnlint.json`, and the version that the nearest build file says.
   * @param path the file's absolute path with `/`; `undefined` for a text without a file
   */
  async of(path: string | undefined, settings: UserSettings): Promise<FileProject> {
    const folders = path === undefined ? [] : foldersAbove(path);
    const configurations = await this.#configurationsOf(folders, settings.configPath);
    const { configuration, dl4jVersion } = combineConfigurations(configurations, path, settings);
    const version =
      dl4jVersion === undefined ? await this.#versionFromBuildFiles(folders) : ({ value: dl4jVersion, from: "setting" } as const);
    return {
      facts: { version, configuration },
      configPaths: configurations.map((one) => one.path),
      ignored: path !== undefined && configurations.some((one) => isIgnored(one, path)),
    };
  }

  /** Files may have changed: they are read again when they are needed. */
  forget(): void {
    this.#configurations.clear();
    this.#versions.clear();
  }

  /** The nearest one; further ones up the tree as long as the one before says that it is not the root. */
  async #configurationsOf(folders: readonly string[], chosen: string | undefined): Promise<LocatedConfiguration[]> {
    const found: LocatedConfiguration[] = [];
    const paths = chosen === undefined ? folders.map((folder) => `${folder}/nnlint.json`) : [chosen];
    for (const path of paths) {
      const file = await this.#configuration(path);
      if (!file) continue;
      found.push({ path, folder: folderOf(path), file });
      if (file.root !== false) break;
    }
    return found;
  }

  #configuration(path: string): Promise<ConfigurationFile | undefined> {
    const known =
      this.#configurations.get(path) ??
      this.files.readText(path).then((text) => (text === undefined ? undefined : parseConfiguration(text, this.knownRules).file));
    this.#configurations.set(path, known);
    return known;
  }

  async #versionFromBuildFiles(folders: readonly string[]): Promise<ProjectFacts["version"]> {
    for (const folder of folders) {
      const known = this.#versions.get(folder) ?? versionInFolder(folder, this.files);
      this.#versions.set(folder, known);
      const version = await known;
      if (version !== undefined) return { value: version, from: "build file" };
    }
    return null;
  }
}
