import ignore, { type Ignore } from "ignore";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { lintedEndings, lintedEndingsInWords, notationOf } from "../../core/src/analysis/workspace.js";

/** What is read below a folder, and what is left out. */
export interface FindOptions {
  /** Honour `.gitignore` files. */
  readonly gitignore: boolean;
  readonly ignorePatterns: readonly string[];
}

/** Files to lint, and paths that could not be. */
export interface FoundFiles {
  /** Absolute paths, sorted. */
  readonly files: readonly string[];
  /** Each `nnlint.json` among them, for its own mistakes. */
  readonly configurations: readonly string[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

const isConfiguration = (file: string) => path.basename(file) === "nnlint.json";

/** The files of the given paths: files as named, folders searched for what is linted. */
export async function findFiles(paths: readonly string[], options: FindOptions): Promise<FoundFiles> {
  const files = new Set<string>();
  const errors: { path: string; message: string }[] = [];
  for (const given of paths) {
    const absolute = path.resolve(given);
    const found = await stat(absolute).catch(() => undefined);
    if (!found) errors.push({ path: given, message: "There is no such file or folder." });
    else if (found.isDirectory()) for (const file of await filesBelow(absolute, options)) files.add(file);
    else if (notationOf(absolute) === undefined && !isConfiguration(absolute))
      errors.push({ path: given, message: `nnlint reads ${lintedEndingsInWords} files.` });
    else files.add(absolute);
  }
  const sorted = [...files].sort();
  return { files: sorted.filter((file) => !isConfiguration(file)), configurations: sorted.filter(isConfiguration), errors };
}

async function filesBelow(folder: string, { gitignore, ignorePatterns }: FindOptions): Promise<string[]> {
  const patterns = [...lintedEndings.map((ending) => `**/*${ending}`), "**/nnlint.json"];
  const found = await glob(patterns, {
    cwd: folder,
    absolute: true,
    dot: false,
    ignore: ["**/node_modules/**", "**/.git/**", ...ignorePatterns],
  });
  if (!gitignore) return found;
  const rules = new Map<string, Promise<Ignore | undefined>>();
  const kept = await Promise.all(found.map(async (file) => ((await isGitIgnored(file, rules)) ? [] : [file])));
  return kept.flat();
}

/** Looks at the `.gitignore` of every folder above a file, up to the repository's root. */
async function isGitIgnored(file: string, rules: Map<string, Promise<Ignore | undefined>>): Promise<boolean> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const known =
      rules.get(folder) ??
      readFile(path.join(folder, ".gitignore"), "utf8").then(
        (text) => ignore().add(text),
        () => undefined,
      );
    rules.set(folder, known);
    const rule = await known;
    if (rule?.ignores(path.relative(folder, file).split(path.sep).join("/"))) return true;
    const atRoot = await stat(path.join(folder, ".git")).then(
      () => true,
      () => false,
    );
    if (atRoot || path.dirname(folder) === folder) return false;
  }
}
