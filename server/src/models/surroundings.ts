import { knownRules, type AnalysisEnvironment } from "../../../core/src/analysis/workspace.js";
import { Projects, type UserSettings } from "../../../core/src/project/projects.js";
import { Sources } from "../../../core/src/project/sources.js";
import type { ServerEnvironment } from "../environment.js";
import type { DataProfiles } from "./data-profiles.js";
import type { OpenFiles } from "./open-files.js";

/** What the surroundings are found with. */
export interface SurroundingsSources {
  readonly environment: ServerEnvironment;
  readonly profiles: DataProfiles;
  /** Files that are open in the editor, saved or not. */
  readonly open: OpenFiles;
}

/** What surrounds a document: build files and `nnlint.json` up the tree, data files beside it. */
export class Surroundings {
  /** Texts of project files, until something tells that they changed. */
  readonly #texts = new Map<string, Promise<string | undefined>>();

  readonly #projects = new Projects({ readText: (path) => this.#readText(path) }, knownRules);

  readonly #sourceFiles = new Sources({
    readText: (path) => this.#readInWorkspace(path),
    folders: (path) => this.sources.environment.foldersIn(path),
  });

  constructor(private readonly sources: SurroundingsSources) {}

  /** What the rules need to know around a document, and whether `nnlint.json` tells to leave it alone. */
  async of(uri: string, settings: UserSettings): Promise<{ readonly environment: AnalysisEnvironment; readonly ignored: boolean }> {
    const path = this.sources.environment.pathOf(uri);
    const { facts, ignored } = await this.#projects.of(path, settings);
    const sources = path === undefined ? undefined : this.#sourceFiles.seenFrom(path);
    return { environment: { project: facts, data: this.sources.profiles.beside(path), ...(sources && { sources }) }, ignored };
  }

  /** Files may have changed: they are read again when they are needed. */
  forget(): void {
    this.#texts.clear();
    this.#projects.forget();
    this.#sourceFiles.forget();
  }

  /** True when a file, or one in a folder, was looked at, there or not: findings depend on it. */
  wereLookedAt(path: string): boolean {
    const isMeant = (known: string) => known === path || known.startsWith(`${path}/`);
    return [...this.#texts.keys()].some(isMeant) || this.#sourceFiles.wereReadFrom(isMeant) || this.sources.profiles.wereReadFrom(isMeant);
  }

  async #readInWorkspace(path: string): Promise<string | undefined> {
    const real = await this.sources.environment.realPath(path);
    return real !== undefined && (await this.sources.profiles.isInWorkspace(real)) ? this.#readText(path) : undefined;
  }

  /** What is open in the editor counts before it is saved; a file that was deleted counts no more. */
  async #readText(path: string): Promise<string | undefined> {
    const known = this.#texts.get(path) ?? this.sources.environment.readText(path);
    this.#texts.set(path, known);
    const text = await known;
    return text === undefined ? undefined : (this.sources.open.text(path) ?? text);
  }
}
