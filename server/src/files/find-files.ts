import ignore, { type Ignore } from "ignore";
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { lintedEndingsInWords, notationOf } from "../../../core/src/analysis/workspace.js";
import { GitIgnore } from "./git-ignore.js";
import { reasonOf } from "./reason.js";

/** What is read below a folder, and what is left out. */
export interface FindOptions {
  /** Honour `.gitignore` files. */
  readonly gitignore: boolean;
  /** As lines of a `.gitignore` in the working directory. */
  readonly ignorePatterns: readonly string[];
}

/** A path that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

/** Files to lint, and paths that could not be read. */
export interface FoundFiles {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Each `nnlint.json` among them, for its own mistakes. */
  readonly configurations: readonly string[];
  readonly errors: readonly Unreadable[];
}

const isConfiguration = (file: string) => path.basename(file) === "nnlint.json";
const isRead = (file: string) => isConfiguration(file) || notationOf(file) !== undefined;

/** The files of the given paths: files as named, folders searched for what is linted. */
export async function findFiles(paths: readonly string[], { gitignore, ignorePatterns }: FindOptions): Promise<FoundFiles> {
  const files = new Set<string>();
  const errors: Unreadable[] = [];
  const patterns = ignore().add([...ignorePatterns]);
  for (const given of paths) {
    const absolute = path.resolve(given);
    try {
      if ((await stat(absolute)).isDirectory()) {
        const rules = gitignore ? await GitIgnore.at(absolute) : undefined;
        await search(absolute, rules, { patterns, files, errors });
      } else if (!isRead(absolute)) errors.push({ path: given, message: `nnlint reads ${lintedEndingsInWords} files.` });
      else if (!isLeftOut(absolute, false, patterns)) files.add(absolute);
    } catch (error) {
      errors.push({ path: given, message: reasonOf(error, "There is no such file or folder.") });
    }
  }
  const sorted = [...files].sort();
  return { files: sorted.filter((file) => !isConfiguration(file)), configurations: sorted.filter(isConfiguration), errors };
}

interface Search {
  readonly patterns: Ignore;
  readonly files: Set<string>;
  readonly errors: Unreadable[];
}

/** Collects the files below a folder. Links to folders are not followed: they may lead in a circle. */
async function search(folder: string, rules: GitIgnore | undefined, { patterns, files, errors }: Search): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    errors.push({ path: folder, message: reasonOf(error) });
    return;
  }
  for (const entry of entries) {
    const found = path.join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (entry.name.startsWith(".") || (isFolder ? entry.name === "node_modules" : !isRead(found) || !(await isFile(found, entry))))
      continue;
    if (rules?.ignores(found, isFolder) || isLeftOut(found, isFolder, patterns)) continue;
    if (isFolder) await search(found, await rules?.into(found), { patterns, files, errors });
    else files.add(found);
  }
}

/** Not a pipe, nor a link to a folder. A link that leads nowhere counts: that it cannot be read has to be said. */
async function isFile(file: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return stat(file).then(
    (target) => target.isFile(),
    () => true,
  );
}

/** Whether a pattern of the command line leaves a path out; they are about the working directory and what is below it. */
function isLeftOut(file: string, isFolder: boolean, patterns: Ignore): boolean {
  const relative = path.relative(process.cwd(), file).split(path.sep).join("/");
  return ignore.isPathValid(relative) && patterns.ignores(`${relative}${isFolder ? "/" : ""}`);
}
