import type { Artifact } from "./artifacts.js";

const group = String.raw`(?<group>org\.(?:deeplearning4j|nd4j|datavec))`;
const quoted = (name: string) => String.raw`["'](?<${name}>[^"'\n]*)["']`;
/** A version as an argument: text, or an expression (`dl4jVersion`, `versions["dl4j"]`). */
const argument = String.raw`(?:s?${quoted("text")}|(?<expression>[A-Za-z_][\w.]*(?:\[["'][\w.-]+["']\]|\(["'][\w.-]+["']\))?))`;

/** How build scripts name a dependency. */
const forms: readonly RegExp[] = [
  // "org.deeplearning4j:deeplearning4j-core:1.0.0", with ":" + dl4jVersion, { version { strictly "1.0.0" } } or .versionRef("dl4j") behind it
  String.raw`["']${group}:(?<name>(?:\$\{[^}]*\}|[^:"'\n])+)(?::(?<text>(?:\$\{[^}]*\}|[^:"'@\n])*))?[^"'\n]*["'](?:\s*\+\s*(?<expression>[A-Za-z_][\w.]*))?(?<rest>[^\n]{0,80})`,
  // "org.deeplearning4j" % "deeplearning4j-core" % "0.9.1"
  String.raw`["']${group}["']\s*%{1,3}\s*${quoted("name")}\s*%\s*${argument}`,
  // ("org.deeplearning4j", "deeplearning4j-core", "1.0.0")
  String.raw`["']${group}["']\s*,\s*${quoted("name")}(?:\s*,\s*${argument})?(?<rest>[^\n]{0,80})`,
].map((form) => new RegExp(form, "g"));

/** group: 'org.deeplearning4j', name: 'deeplearning4j-core', version: '1.0.0', in any order and on several lines. */
const mapForm = new RegExp(String.raw`\bgroup\s*[:=]\s*["']${group}["']`, "g");
const mapName = new RegExp(String.raw`\bname\s*[:=]\s*${quoted("name")}`);
const mapVersion = new RegExp(String.raw`\bversion\s*[:=]\s*${argument}`);

/** A version that is said behind the dependency. */
const behind = /(?:\.versionRef\(\s*["'](?<reference>[^"']+)["']|\b(?:strictly|require|prefer|version)\s*\(?\s*["'](?<text>[^"']+)["'])/;

/**
 * Deeplearning4j's artifacts in a Gradle script (Groovy or Kotlin) or an sbt build, in the order written.
 * A version that is an expression stands as a template: `${dl4jVersion}`.
 * @param script without comments
 */
export function artifactsIn(script: string): readonly Artifact[] {
  const found = forms.flatMap((form) =>
    [...script.matchAll(form)].map(({ index, groups = {} }) => ({ index, ...artifact(groups.group, groups.name, versionOf(groups)) })),
  );
  const maps = [...script.matchAll(mapForm)].map(({ index, groups }) => {
    const call = callAround(script, index);
    const version = mapVersion.exec(call)?.groups;
    return { index, ...artifact(groups?.group, mapName.exec(call)?.groups?.name, version && versionOf(version)) };
  });
  return [...found, ...maps].toSorted((a, b) => a.index - b.index).map(({ group, name, version }) => ({ group, name, version }));
}

function artifact(group = "", name = "", version?: string): Artifact {
  return { group, name, version };
}

function versionOf({ text, expression, rest }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (expression !== undefined) return `\${${expression}}`;
  if (text !== undefined && text !== "") return text;
  const said = behind.exec(rest ?? "")?.groups;
  return said?.reference === undefined ? said?.text : `\${libs.versions.${said.reference}}`;
}

/** The call or statement that a place of the text belongs to: a line, and lines that commas tie to it. */
function callAround(script: string, at: number): string {
  const before = /(?:[^({[\n]|,\s*\n)*$/.exec(script.slice(Math.max(0, at - 300), at))?.[0] ?? "";
  const after = /^(?:[^)}\n]|,\s*\n)*/.exec(script.slice(at, at + 400))?.[0] ?? "";
  return before + after;
}
