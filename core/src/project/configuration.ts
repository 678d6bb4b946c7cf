import { getNodeValue, parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import { z } from "zod";
import { problemsOf, type ConfigurationProblem } from "./configuration-problems.js";
import { configurationSchema, ruleSetting, type ConfigurationFile, type KnownRules } from "./configuration-schema.js";

/** A `nnlint.json` as far as it is right, and its mistakes. */
export interface ParsedConfiguration {
  readonly file: ConfigurationFile;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads the text of a `nnlint.json` (comments and trailing commas allowed).
 * What is right in a file with mistakes still counts.
 */
export function parseConfiguration(text: string, knownRules: KnownRules): ParsedConfiguration {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, " "), errors, { allowTrailingComma: true });
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
  const problems = problemsOf(result.success ? [] : result.error.issues, tree, knownRules);
  return { file: result.success ? result.data : validPart(value), problems: [...syntax, ...problems].toSorted(inOrder) };
}

const objectOf = z.record(z.string(), z.unknown());
const looseOverride = z.strictObject({ files: z.unknown(), rules: z.unknown() });

const words = (code: string) =>
  code.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`).toLowerCase();

const inOrder = (a: ConfigurationProblem, b: ConfigurationProblem) => a.range.start - b.range.start;

/** The settings that are valid on their own, where the whole file is not; of the rules and overrides those that are. */
function validPart(value: unknown): ConfigurationFile {
  const entries = Object.entries(objectOf.safeParse(value).data ?? {}).map(([key, part]): [string, unknown] => [
    key,
    key === "rules" ? validRules(part) : key === "overrides" ? validOverrides(part) : part,
  ]);
  const valid = entries.filter(([key, part]) => configurationSchema.safeParse({ [key]: part }).success);
  return configurationSchema.parse(Object.fromEntries(valid));
}

function validRules(value: unknown): unknown {
  const { data } = objectOf.safeParse(value);
  return data ? Object.fromEntries(Object.entries(data).filter(([, setting]) => ruleSetting.safeParse(setting).success)) : value;
}

function validOverrides(value: unknown): unknown {
  const { data } = z.array(z.unknown()).safeParse(value);
  return data?.flatMap((one) => {
    const override = looseOverride.safeParse(one).data;
    return override ? [{ files: override.files, rules: validRules(override.rules) }] : [];
  });
}
