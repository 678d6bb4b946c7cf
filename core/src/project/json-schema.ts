import { levels, presets } from "./configuration-schema.js";

/** What a schema says about a rule. */
export interface DescribedRule {
  readonly id: string;
  readonly severity: string;
  /** What it finds, in a sentence. */
  readonly summary: string;
  /** Options with their defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What each option is, by name. */
  readonly optionTexts: Readonly<Record<string, string>>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const draft = "http://json-schema.org/draft-07/schema#";
const glob: Json = { type: "string", minLength: 1 };
const rulesReference: Json = { $ref: "#/definitions/rules" };

/** JSON schema (draft 7) of `nnlint.json`: what {@link configurationSchema} takes, with every rule and its options. */
export function fileSchema(rules: readonly DescribedRule[]): Json {
  return {
    $schema: draft,
    title: "nnlint.json",
    description: "Which rules nnlint runs, how loud they are, and what it leaves alone.",
    type: "object",
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: "string" },
      root: { type: "boolean", description: "False: an nnlint.json further up counts too, where this one says nothing." },
      preset: {
        enum: presets,
        default: "recommended",
        description: "recommended: all rules but hints. all: hints too. page-only: what the guideline's page itself says.",
      },
      rules: rulesReference,
      ignore: { type: "array", items: glob, description: "Globs of files that are left alone; !glob takes one back." },
      overrides: {
        type: "array",
        description: "Other levels for some files; later ones win.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files", "rules"],
          properties: { files: { anyOf: [glob, { type: "array", items: glob }] }, rules: rulesReference },
        },
      },
      dl4jVersion: { type: "string", description: "The version of Deeplearning4j, where no build file says it: 0.9.1, 1.0.0-M2.1." },
    },
    definitions: { level: { enum: levels }, rules: rulesSchema(rules) },
  };
}

/** JSON schema of an editor's settings files: `nnlint.rules` takes what `rules` of `nnlint.json` takes. */
export function settingsSchema(fileSchemaName: string): Json {
  const settings: Json = { "nnlint.rules": { $ref: `./${fileSchemaName}#/definitions/rules` } };
  return {
    $schema: draft,
    title: "nnlint in the editor's settings",
    type: "object",
    properties: { ...settings, settings: { type: "object", properties: settings } },
  };
}

function rulesSchema(rules: readonly DescribedRule[]): Json {
  return {
    type: "object",
    description: 'Levels of rules, by name; with options: ["warning", { … }].',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
  };
}

function ruleSchema({ severity, summary, options, optionTexts }: DescribedRule): Json {
  const level: Json = { $ref: "#/definitions/level" };
  const withOptions: Json = {
    type: "array",
    items: [level, { ...optionsSchema(options, optionTexts), description: "Options of the rule." }],
    minItems: 2,
    maxItems: 2,
  };
  return {
    description: summary,
    default: severity,
    anyOf: Object.keys(options).length === 0 ? [level] : [level, withOptions],
  };
}

function optionsSchema(options: object, texts: Readonly<Record<string, string>>): { readonly [key: string]: Json } {
  const properties = Object.entries(options).map(([name, value]): [string, Json] => {
    const description = texts[name];
    return [name, { ...valueSchema(value), ...(description !== undefined && { description }) }];
  });
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) };
}

/** What may stand in the place of a default: the same kind of value. */
function valueSchema(value: unknown): { readonly [key: string]: Json } {
  if (Array.isArray(value)) return { type: "array", items: { type: typeof value[0] }, default: value as Json[] };
  if (typeof value === "object" && value !== null) return optionsSchema(value, {});
  return { type: typeof value, default: value as Json };
}
