import { z } from "zod";

/** How loud a rule is. */
export const levels = ["off", "hint", "info", "warning", "error"] as const;
/** Which rules run where none is named. */
export const presets = ["recommended", "all", "page-only"] as const;

const level = z.enum(levels);
/** A level, or a level with options. */
export const ruleSetting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])]);
const ruleSettings = z.record(z.string(), ruleSetting);
const glob = z.string().min(1);

/** What `nnlint.json` may say. */
export const configurationSchema = z.strictObject({
  $schema: z.string().optional(),
  /** False: what the next `nnlint.json` further up says counts too, where this one says nothing. */
  root: z.boolean().optional(),
  preset: z.enum(presets).optional(),
  rules: ruleSettings.optional(),
  ignore: z.array(glob).optional(),
  overrides: z.array(z.strictObject({ files: z.union([glob, z.array(glob)]), rules: ruleSettings })).optional(),
  dl4jVersion: z.string().optional(),
});

/** A `nnlint.json` as read. */
export type ConfigurationFile = z.infer<typeof configurationSchema>;

/** Every rule that may be named, with its options and their defaults. */
export type KnownRules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
