import ignore, { type Ignore } from "ignore";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** What a folder's ignore file says of the paths below it. */
interface Rules {
  readonly folder: string;
  readonly says: Ignore;
}

/** The `.gitignore` files that count in one folder: its own and those above it, up to the repository's root. */
export class GitIgnore {
  private constructor(private readonly rules: readonly Rules[]) {}

  /** Those that count in a folder where a search begins. */
  static async at(folder: string): Promise<GitIgnore> {
    const above = path.dirname(folder);
    if (above === folder || (await isRepository(folder))) return new GitIgnore(await rulesIn(folder));
    return (await GitIgnore.at(above)).into(folder);
  }

  /** Those that count in a folder below. */
  async into(folder: string): Promise<GitIgnore> {
    return new GitIgnore([...((await isRepository(folder)) ? [] : this.rules), ...(await rulesIn(folder))]);
  }

  /** The nearest rule that names the path decides. */
  ignores(file: string, isFolder: boolean): boolean {
    for (const { folder, says } of this.rules.toReversed()) {
      const { ignored, unignored } = says.test(`${slashed(path.relative(folder, file))}${isFolder ? "/" : ""}`);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

async function rulesIn(folder: string): Promise<Rules[]> {
  const texts = await Promise.all(
    [".git/info/exclude", ".gitignore"].map((name) => readFile(path.join(folder, name), "utf8").catch(() => "")),
  );
  const text = texts.join("\n");
  return text.trim() === "" ? [] : [{ folder, says: ignore().add(text) }];
}

function isRepository(folder: string): Promise<boolean> {
  return stat(path.join(folder, ".git")).then(
    () => true,
    () => false,
  );
}

function slashed(file: string): string {
  return file.split(path.sep).join("/");
}
