import { profileSource, profiledBytes, type DataFiles } from "../../../core/src/data-profile/profile-source.js";
import type { DataFault, DataProfile, DataProvider, DataSource } from "../../../core/src/model/index.js";
import type { ServerEnvironment } from "../environment.js";

interface Entry {
  /** What was read, as the config leads to it, and its state then. */
  readonly seen: ReadonlyMap<string, string>;
  readonly profile: Promise<DataProfile | DataFault | undefined>;
}

/** Folders of a project from which its programs open files by name. */
const resourceFolders = ["", "src/main/resources/", "src/test/resources/"];

/** Profiles of data files, made again when a file's time or size changed. Only files inside the workspace are read. */
export class DataProfiles {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly environment: Pick<ServerEnvironment, "realPath" | "stateOf" | "readStart" | "foldersIn" | "filesIn">,
    /** The workspace folders' paths. */
    private readonly folders: () => readonly string[],
  ) {}

  /** Data files by their path from a config's folder. A text without a file has none. */
  beside(config: string | undefined): DataProvider {
    const folder = config?.slice(0, config.lastIndexOf("/"));
    return { profile: async (source) => (folder === undefined ? undefined : this.#profile(folder, source)) };
  }

  async #profile(folder: string, source: DataSource): Promise<DataProfile | DataFault | undefined> {
    const from = source.kind === "csv" && source.inProgram === true ? await this.#startedIn(folder, source.path) : folder;
    const key = JSON.stringify([from, source]);
    const known = this.#entries.get(key);
    if (known && (await this.#isUnchanged(known))) return known.profile;
    const seen = new Map<string, string>();
    const profile = profileSource(source, this.#files(from, seen)).catch(() => undefined);
    this.#entries.set(key, { seen, profile });
    if ((await profile) === undefined) this.#entries.delete(key);
    return profile;
  }

  /** Reads files, and notes in what state they were. */
  #files(folder: string, seen: Map<string, string>): DataFiles {
    return {
      start: async (name) => {
        const path = joined(folder, name);
        const real = await this.#allowed(path);
        const state = real === undefined ? undefined : await this.environment.stateOf(real);
        if (real === undefined || !state) return undefined;
        seen.set(path, JSON.stringify(state));
        return { bytes: await this.environment.readStart(real, profiledBytes), complete: state.size <= profiledBytes };
      },
      entries: async (name) => {
        const path = joined(folder, name);
        const inside = await this.#entriesOf(path);
        if (inside) seen.set(path, JSON.stringify(inside));
        return inside;
      },
    };
  }

  async #entriesOf(path: string): Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] } | undefined> {
    const real = await this.#allowed(path);
    if (real === undefined) return undefined;
    const [folders, files] = await Promise.all([this.environment.foldersIn(real), this.environment.filesIn(real)]);
    return { folders, files };
  }

  async #isUnchanged({ seen }: Entry): Promise<boolean> {
    const states = [...seen].map(async ([path, state]) => {
      const real = await this.#allowed(path);
      const now = real === undefined ? undefined : ((await this.environment.stateOf(real)) ?? (await this.#entriesOf(path)));
      return JSON.stringify(now) === state;
    });
    return (await Promise.all(states)).every(Boolean);
  }

  /** The path without links, where it lies in the workspace. */
  async #allowed(path: string): Promise<string | undefined> {
    const real = await this.environment.realPath(path);
    return real !== undefined && (await this.isInWorkspace(real)) ? real : undefined;
  }

  /** The folder from which a program would find the file: its own, or one above it in the workspace; its own where none has it. */
  async #startedIn(folder: string, name: string): Promise<string> {
    for (let above = folder; above !== ""; above = above.slice(0, Math.max(0, above.lastIndexOf("/"))))
      for (const resources of resourceFolders) {
        const start = `${above}/${resources}`.replace(/\/$/, "");
        if ((await this.#allowed(joined(start, name))) !== undefined) return start;
      }
    return folder;
  }

  /** True when such a file was read. */
  wereReadFrom(isMeant: (path: string) => boolean): boolean {
    return [...this.#entries.values()].some(({ seen }) => [...seen.keys()].some(isMeant));
  }

  /** Whether a path without symbolic links lies in one of the workspace's folders. */
  async isInWorkspace(realPath: string): Promise<boolean> {
    const folders = await Promise.all(this.folders().map((folder) => this.environment.realPath(folder)));
    return folders.some((folder) => folder !== undefined && realPath.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
  }
}

/** `name` as seen from `folder`, without `.` and `..`; absolute names stay as they are. */
function joined(folder: string, name: string): string {
  if (name.startsWith("/") || /^[A-Za-z]:[\\/]/.test(name)) return name.replaceAll("\\", "/");
  const parts: string[] = [];
  for (const part of `${folder}/${name}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
