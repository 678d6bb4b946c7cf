import { profileCsv } from "../../../core/src/data-profile/profile-csv.js";
import type { DataProfile, DataProvider } from "../../../core/src/model/index.js";
import type { FileState, ServerEnvironment } from "../environment.js";

/** Only the beginning of a data file is profiled. */
const profiledBytes = 10_000_000;

interface Entry extends FileState {
  /** As the config leads to it. */
  readonly path: string;
  readonly profile: Promise<DataProfile | undefined>;
}

/** Profiles of data files, made again when a file's time or size changed. Only files inside the workspace are read. */
export class DataProfiles {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly environment: Pick<ServerEnvironment, "realPath" | "stateOf" | "readStart">,
    /** The workspace folders' paths. */
    private readonly folders: () => readonly string[],
  ) {}

  /** Data files by their path from a config's folder. A text without a file has none. */
  beside(config: string | undefined): DataProvider {
    const folder = config?.slice(0, config.lastIndexOf("/"));
    return {
      profile: async (name, options) => {
        const path = folder === undefined ? undefined : joined(folder, name);
        return path === undefined ? undefined : this.#profile(path, name, options);
      },
    };
  }

  async #profile(
    path: string,
    name: string,
    options: { readonly header: boolean; readonly delimiter: string },
  ): Promise<DataProfile | undefined> {
    const real = await this.environment.realPath(path);
    if (real === undefined || !(await this.isInWorkspace(real))) return undefined;
    const state = await this.environment.stateOf(real);
    if (!state) return undefined;
    const key = JSON.stringify([real, name, options]);
    const known = this.#entries.get(key);
    if (known?.modified === state.modified && known.size === state.size) return known.profile;
    const profile = this.environment.readStart(real, profiledBytes).then(
      (bytes) => profileCsv(bytes, { path: name, complete: state.size <= profiledBytes, ...options }),
      () => undefined,
    );
    this.#entries.set(key, { ...state, path, profile });
    return profile;
  }

  /** True when such a file was read. */
  wereReadFrom(isMeant: (path: string) => boolean): boolean {
    return [...this.#entries.values()].some(({ path }) => isMeant(path));
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
