import { findNodeAtLocation, parseTree, printParseErrorCode, getNodeValue, type Node, type ParseError } from "jsonc-parser";
import picomatch from "picomatch/posix";
import { z } from "zod";
import type { Configuration, RuleSetting } from "../model/project.js";
import type { Range } from "../model/range.js";

const level = z.enum(["off", "hint", "info", "warning", "error"]);
const ruleSetting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])]);
const ruleSettings = z.record(z.string(), ruleSetting);

/** What `nnlint.json` may say. */
export const configurationSchema = z.strictObject({
  $schema: z.string().optional(),
  /** True: no `nnlint.json` further up counts. */
  root: z.boolean().optional(),
  preset: z.enum(["recommended", "all", "page-only"]).optional(),
  rules: ruleSettings.optional(),
  ignore: z.array(z.string()).optional(),
  overrides: z.array(z.strictObject({ files: z.union([z.string(), z.array(z.string())]), rules: ruleSettings })).optional(),
  dl4jVersion: z.string().optional(),
});

/** A `nnlint.json` as read. */
export type ConfigurationFile = z.infer<typeof configurationSchema>;

/** A mistake in a configuration file, for `nnlint/config`. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: Range;
}

/**
 * Reads the text of a `nnlint.json` (comments and trailing commas allowed).
 * What is right in a file with mistakes still counts.
 */
export function parseConfiguration(
  text: string,
  knownRules: ReadonlySet<string>,
): { readonly file: ConfigurationFile; readonly problems: readonly ConfigurationProblem[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const syntax = errors.map(({ error, offset, length }) => ({
    message: `This is not valid JSON: ${words(printParseErrorCode(error))}.`,
    range: { start: offset, end: offset + length },
  }));
  if (!tree)
    return {
      file: {},
      problems: syntax.length > 0 ? syntax : [{ message: "The file is empty: write {} at least.", range: { start: 0, end: 0 } }],
    };
  const value: unknown = getNodeValue(tree);
  const result = configurationSchema.safeParse(value);
  const invalid = result.success ? [] : result.error.issues.flatMap((issue) => issueProblems(issue, tree));
  const file = result.success ? result.data : validPart(value);
  return { file, problems: [...syntax, ...invalid, ...unknownRules(file, tree, knownRules)] };
}

const words = (code: string) =>
  code.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`).toLowerCase();

function issueProblems(issue: z.core.$ZodIssue, tree: Node): ConfigurationProblem[] {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ message: `"${key}" is not a setting of nnlint.`, range: keyRange(tree, [...path, key]) }));
  }
  const expected = path[0] === "rules" ? 'a rule is set to "off", "hint", "info", "warning", "error", or [level, options]' : issue.message;
  return [{ message: `${path.join(".") || "The file"}: ${expected}.`, range: valueRange(tree, path) }];
}

function unknownRules(file: ConfigurationFile, tree: Node, known: ReadonlySet<string>): ConfigurationProblem[] {
  const named = [
    ...Object.keys(file.rules ?? {}).map((id) => ({ id, path: ["rules", id] })),
    ...(file.overrides ?? []).flatMap(({ rules }, index) =>
      Object.keys(rules).map((id) => ({ id, path: ["overrides", index, "rules", id] })),
    ),
  ];
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ id, path }) => ({ message: `There is no rule named "${id}".`, range: keyRange(tree, path) }));
}

/** The settings that are valid on their own, where the whole file is not. */
function validPart(value: unknown): ConfigurationFile {
  if (typeof value !== "object" || value === null) return {};
  const parts: readonly (readonly [string, unknown])[] = Object.entries(value);
  const valid = parts.filter(([key, part]) => configurationSchema.safeParse({ [key]: part }).success);
  return configurationSchema.parse(Object.fromEntries(valid));
}

function valueRange(tree: Node, path: readonly (string | number)[]): Range {
  const node = findNodeAtLocation(tree, [...path]) ?? tree;
  return { start: node.offset, end: node.offset + node.length };
}

function keyRange(tree: Node, path: readonly (string | number)[]): Range {
  const key = findNodeAtLocation(tree, [...path])?.parent?.children?.[0] ?? tree;
  return { start: key.offset, end: key.offset + key.length };
}

/** The configuration in force for one file, given the nearest `nnlint.json` (over the editor's settings) and its folder-relative path. */
export function configurationFor(
  file: ConfigurationFile | undefined,
  relativePath: string,
  editorRules: Readonly<Record<string, RuleSetting>> = {},
): Configuration {
  const overrides = (file?.overrides ?? []).filter(({ files }) => picomatch(files)(relativePath));
  return {
    preset: file?.preset ?? "recommended",
    rules: Object.assign({}, editorRules, file?.rules, ...overrides.map(({ rules }) => rules)) as Configuration["rules"],
  };
}

/** True when the configuration file tells to leave a file alone. */
export function isIgnored(file: ConfigurationFile | undefined, relativePath: string): boolean {
  return (file?.ignore ?? []).length > 0 && picomatch(file?.ignore ?? [])(relativePath);
}
