/** What a file's name and time say about it, to know whether it changed. */
export interface FileState {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What the server needs from the platform that it runs on. Paths are absolute, with `/`. */
export interface ServerEnvironment {
  /** The file's path; `undefined` for documents that are not files (untitled, virtual). */
  pathOf(uri: string): string | undefined;
  /** A file's address. */
  uriOf(path: string): string;
  /** The whole text of a file; `undefined` when there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Size and time of a regular file; `undefined` when there is none. */
  stateOf(path: string): Promise<FileState | undefined>;
  /** The first bytes of a file. */
  readStart(path: string, bytes: number): Promise<Uint8Array>;
  /** The names of the folders in a folder; none where it cannot be read. */
  foldersIn(path: string): Promise<readonly string[]>;
  /** The names of the regular files in a folder; none where it cannot be read. */
  filesIn(path: string): Promise<readonly string[]>;
  /** What is linted below folders, as `nnlint check` finds it: configs and each `nnlint.json`, without what `.gitignore` leaves out. */
  lintedBelow(paths: readonly string[]): Promise<readonly string[]>;
  /** The path without symbolic links, so that a link cannot lead out of the workspace; `undefined` when there is none. */
  realPath(path: string): Promise<string | undefined>;
  /** Settles when whatever has arrived meanwhile had its turn. */
  readonly giveWay: () => Promise<void>;
  /** The address of a page in the package: `learning-rate/too-high`, `guidelines/data`. */
  readonly pageUri: (name: string) => string;
}
