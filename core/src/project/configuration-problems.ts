import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { z } from "zod";
import { releaseNamed, unknownRelease } from "../frontends/dl4j/version/release-names.js";
import type { Range } from "../model/range.js";
import { levels, presets, type KnownRules } from "./configuration-schema.js";
import { nearestName } from "./nearest-name.js";

/** A mistake in a configuration file, for `nnlint/config`. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: Range;
  /** What was probably meant, in the place of the range's text. */
  readonly replacement?: string | undefined;
}

type Path = readonly (string | number)[];

const settings = ["root", "preset", "rules", "ignore", "overrides", "dl4jVersion"];
const overrideSettings = ["files", "rules"];

/** The mistakes of a file: those that the schema found, names that do not exist, and keys that are written twice. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], tree: Node, knownRules: KnownRules): ConfigurationProblem[] {
  return [
    ...issues.flatMap((issue) => schemaProblems(issue, tree)),
    ...repeatedKeys(tree),
    ...ruleNodes(tree).flatMap((rules) => (rules.children ?? []).flatMap((property) => ruleProblems(property, knownRules))),
    ...versionProblems(tree),
  ];
}

function schemaProblems(issue: z.core.$ZodIssue, tree: Node): ConfigurationProblem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const near = nearestName(key, path.length === 0 ? settings : overrideSettings);
      const range = keyRange(tree, [...path, key]);
      return { message: `"${key}" is not a setting of nnlint.${meant(near)}`, range, replacement: near && JSON.stringify(near) };
    });
  const written = findNodeAtLocation(tree, [...path]);
  if (!written && path.length > 0) {
    const missing = `"${String(path.at(-1))}" is missing here.`;
    return [{ message: missing, range: valueRange(tree, path.slice(0, -1)) }];
  }
  const near = typeof written?.value === "string" ? nearestName(written.value, choicesAt(path)) : undefined;
  return [{ message: `${expectation(path)}${meant(near)}`, range: valueRange(tree, path), replacement: near && JSON.stringify(near) }];
}

const isRule = (path: Path) => path.at(-2) === "rules" || path.at(-3) === "rules";

function choicesAt(path: Path): readonly string[] {
  if (path[0] === "preset") return presets;
  return isRule(path) ? levels : [];
}

/** What belongs at a place, in words. */
function expectation(path: Path): string {
  const [first] = path;
  if (path.length === 0) return "The file holds one object: { … }.";
  if (isRule(path)) return 'A rule is set to "off", "hint", "info", "warning" or "error", or to [level, { options }].';
  if (path.at(-1) === "rules") return '"rules" holds an object: { "section/name": level }.';
  if (first === "preset") return 'A preset is "recommended", "all" or "page-only".';
  if (first === "root") return '"root" is true or false.';
  if (first === "ignore") return '"ignore" is a list of globs: ["generated/**"].';
  if (first === "overrides")
    return path.includes("files") ? '"files" is a glob or a list of globs.' : '"overrides" is a list of { "files": …, "rules": … }.';
  if (first === "dl4jVersion") return '"dl4jVersion" is a text: "1.0.0-M2.1".';
  return `"${String(first)}" is a text.`;
}

const meant = (near: string | undefined) => (near === undefined ? "" : ` Did you mean "${near}"?`);

/** The objects that set rules: the file's own and those of the overrides. */
function ruleNodes(tree: Node): readonly Node[] {
  const overrides = findNodeAtLocation(tree, ["overrides"])?.children ?? [];
  const nodes = [
    findNodeAtLocation(tree, ["rules"]),
    ...overrides.map((one) => one.type === "object" && findNodeAtLocation(one, ["rules"])),
  ];
  return nodes.filter((node): node is Node => typeof node === "object" && node.type === "object");
}

function ruleProblems(property: Node, knownRules: KnownRules): ConfigurationProblem[] {
  const [key, value] = property.children ?? [];
  if (!key) return [];
  const id = String(key.value);
  const known = knownRules.get(id);
  if (known)
    return value?.type === "array" ? (value.children?.[1]?.children ?? []).flatMap((option) => optionProblems(option, id, known)) : [];
  const near = nearestName(id, [...knownRules.keys()]);
  return [{ message: `There is no rule named "${id}".${meant(near)}`, range: rangeOf(key), replacement: near && JSON.stringify(near) }];
}

/**
 * An option that the rule has not, or one of another kind than its default; in a table (`bounds`) the same of its rows.
 * @param options what may be named here, with the defaults
 */
function optionProblems(option: Node, id: string, options: Readonly<Record<string, unknown>>): ConfigurationProblem[] {
  const [key, value] = option.children ?? [];
  if (!key) return [];
  const name = String(key.value);
  const names = Object.keys(options);
  if (!names.includes(name)) {
    const near = nearestName(name, names);
    const has = names.length === 0 ? `${id} has no options.` : `${id} has no option "${name}"; its options: ${names.join(", ")}.`;
    return [{ message: `${has}${meant(near)}`, range: rangeOf(key), replacement: near && JSON.stringify(near) }];
  }
  const usual = options[name];
  if (!value) return [];
  if (!isOfKind(value, usual)) return [{ message: `The option "${name}" of ${id} is ${inWords(usual)}.`, range: rangeOf(value) }];
  return isTable(usual) ? (value.children ?? []).flatMap((row) => optionProblems(row, id, usual)) : [];
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isOfKind(node: Node, usual: unknown): boolean {
  if (!Array.isArray(usual)) return node.type === typeof usual;
  return node.type === "array" && (node.children ?? []).every(({ type }) => type === typeof usual[0]);
}

function inWords(usual: unknown): string {
  if (Array.isArray(usual)) return typeof usual[0] === "number" ? "a list of numbers" : "a list of texts";
  if (typeof usual === "boolean") return "true or false";
  return { number: "a number", string: "a text" }[typeof usual as string] ?? "an object: { … }";
}

/** The second of two equal keys wins, which nobody means. */
function repeatedKeys(node: Node): ConfigurationProblem[] {
  const keys = node.type === "object" ? (node.children ?? []).flatMap(({ children }) => children?.[0] ?? []) : [];
  const repeated = keys.filter((key, index) => keys.findIndex(({ value }) => value === key.value) < index);
  return [
    ...repeated.map((key) => ({ message: `"${String(key.value)}" is set twice; this one counts.`, range: rangeOf(key) })),
    ...(node.children ?? []).flatMap(repeatedKeys),
  ];
}

function versionProblems(tree: Node): ConfigurationProblem[] {
  const node = findNodeAtLocation(tree, ["dl4jVersion"]);
  if (node?.type !== "string" || releaseNamed(String(node.value)) !== undefined) return [];
  const { message, near } = unknownRelease(String(node.value));
  return [{ message, range: rangeOf(node), replacement: JSON.stringify(near) }];
}

function rangeOf({ offset, length }: Node): Range {
  return { start: offset, end: offset + length };
}

function valueRange(tree: Node, path: Path): Range {
  return rangeOf(findNodeAtLocation(tree, [...path]) ?? tree);
}

function keyRange(tree: Node, path: Path): Range {
  return rangeOf(findNodeAtLocation(tree, [...path])?.parent?.children?.[0] ?? tree);
}
