/** Reads text files of the project. Paths are absolute, with `/`. */
export interface ProjectFiles {
  /** The file's text; `undefined` when there is none. */
  readText(path: string): Promise<string | undefined>;
  /** The names of the folders in a folder; absent where they cannot be listed. */
  folders?(path: string): Promise<readonly string[]>;
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** `path` as seen from `folder`, without `.` and `..`; absolute ones stay as they are. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path.replaceAll("\\", "/")}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The folders that a file lies in, the nearest first. */
export function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
