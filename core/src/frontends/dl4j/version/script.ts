import type { Artifact } from "./artifacts.js";
import { artifactsIn } from "./script-artifacts.js";

/** What a Gradle script or an sbt build says about versions. */
export interface BuildScript {
  readonly artifacts: readonly Artifact[];
  /** Other scripts that it runs, relative to its folder, or with a leading slash to the build's: `apply from: "gradle/versions.gradle"`. */
  readonly applied: readonly string[];
  /** Ids of plugins: some are scripts of the build itself. */
  readonly plugins: readonly string[];
  /** Classes whose constants it uses: `Versions` of `Versions.dl4j`. */
  readonly classes: readonly string[];
  /** Other projects of the build that it depends on: `:core`. */
  readonly projects: readonly string[];
  /** True where it takes a library from the version catalogue: `libs.dl4j.core`. */
  uses(alias: string): boolean;
  /** The value that a variable, an entry of a map, `ext` or `extra` is given; `undefined` for none, and for several. */
  valueOf(name: string): string | undefined;
}

/** Strings are looked through, so that `//` in an address is no comment. */
const stringsAndComments = /"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/.*|\/\*[^]*?\*\//g;

/** Reads a Gradle script, Groovy or Kotlin, an sbt build, or a class with the versions of a build. */
export function readScript(text: string): BuildScript {
  const script = text.replace(stringsAndComments, (part) => (part.startsWith("/") ? " " : part));
  const all = (pattern: RegExp) => [...new Set([...script.matchAll(pattern)].flatMap(([, found]) => found ?? []))];
  return {
    artifacts: artifactsIn(script),
    applied: [...script.matchAll(/\bapply\s*\(?\s*from\s*[:=]\s*(?:([\w.]+)\s*\(\s*)?["']([^"']+)["']/g)].map(([, by = "", path = ""]) =>
      by.startsWith("rootProject") ? `/${path}` : path.replace(/^\$\{?(?:rootDir|rootProject\.\w+)\}?\//, "/"),
    ),
    plugins: all(/\bid\s*\(?\s*["']([\w.-]+)["']/g),
    classes: all(/\b([A-Z]\w*)\.\w/g),
    projects: all(/\bproject\s*\(\s*(?:path\s*[:=]\s*)?["'](:[\w:.-]+)["']/g),
    uses: (alias) => new RegExp(String.raw`\blibs\.${escaped(alias.replace(/[-_]/g, "."))}\b`).test(script),
    valueOf: (name) => definitionOf(name, script),
  };
}

/** `x = "1"`, `val x: String = "1"`, `x: '1'`, `"x" to "1"`, `extra["x"] = "1"`, `set("x", "1")`, `val x by extra("1")`. */
function definitionOf(name: string, script: string): string | undefined {
  const definition = new RegExp(
    String.raw`\b${escaped(name)}["']?\]?\s*(?::\s*\w+\s*)?(?:[=:,]|\bto\b|\bby\s+extra\s*[({])\s*["']([^"'\n]+)["']`,
    "g",
  );
  // the same name may stand for a library, too
  const values = new Set([...script.matchAll(definition)].flatMap(([, value]) => (value && /^[\d$[v]/.test(value) ? [value] : [])));
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The name that an expression ends in: `dl4j` of `rootProject.ext.versions.dl4j`, `versions["dl4j"]`, `libs.versions.dl4j.get()`. */
export function nameIn(expression: string): string | undefined {
  const literal = /["']([\w.-]+)["']/.exec(expression)?.[1];
  if (literal !== undefined) return literal;
  const plain = expression.replace(/\.get\(\)|\.toString\(\)|\s+as\s+String|[()\s!]/g, "");
  return /^[A-Za-z_][\w.]*$/.test(plain) ? plain.split(".").at(-1) : undefined;
}

/**
 * A text with `${…}` and `$name` replaced; `undefined` where one of them has no known value.
 * @param valueOf the value of an expression
 */
export async function fillIn(template: string, valueOf: (expression: string) => Promise<string | undefined>): Promise<string | undefined> {
  let filled = "";
  let at = 0;
  for (const match of template.matchAll(/\$\{([^}]*)\}|\$([A-Za-z_][\w.]*\w|[A-Za-z_])/g)) {
    const value = await valueOf(match[1] ?? match[2] ?? "");
    if (value === undefined) return undefined;
    filled += template.slice(at, match.index) + value;
    at = match.index + match[0].length;
  }
  return filled + template.slice(at);
}

/** Reads `gradle.properties`. */
export function readProperties(text: string): ReadonlyMap<string, string> {
  const entries = [...text.matchAll(/^[ \t]*([\w.-]+)[ \t]*[=:][ \t]*(.*?)[ \t]*$/gm)];
  return new Map(entries.map(([, key = "", value = ""]) => [key, value]));
}
