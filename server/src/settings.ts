import { z } from "zod";
import { releaseNamed, unknownRelease } from "../../core/src/analysis/workspace.js";
import type { UserSettings } from "../../core/src/project/projects.js";

const level = z.enum(["off", "hint", "info", "warning", "error"]);
const ruleSetting = z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])]);

/** The part of the editor's settings that linting depends on. What is not valid counts as not set. */
const editorSettings = z.object({
  rules: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((rules) =>
      Object.fromEntries(
        Object.entries(rules).flatMap(([id, value]) => {
          const parsed = ruleSetting.safeParse(value);
          return parsed.success ? [[id, parsed.data]] : [];
        }),
      ),
    ),
  builders: z.object({ enabled: z.boolean().catch(true) }).catch({ enabled: true }),
  dl4j: z.object({ version: z.string().catch("") }).catch({ version: "" }),
  inlayHints: z.boolean().catch(true),
  codeLens: z.boolean().catch(true),
});

/** Settings in force for one document. */
export interface DocumentSettings {
  readonly user: UserSettings;
  /** False: only `.nnet` files are linted. */
  readonly builders: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  /** What is wrong with them, in words for the user. */
  readonly problems: readonly string[];
}

/** Reads the `nnlint` section of the editor's settings, whatever it holds. */
export function readSettings(section: unknown): DocumentSettings {
  const { rules, builders, dl4j, inlayHints, codeLens } = editorSettings.parse(
    typeof section === "object" && section !== null ? section : {},
  );
  const version = dl4j.version.trim();
  const isUnknown = version !== "" && releaseNamed(version) === undefined;
  return {
    user: { rules, ...(version !== "" && { dl4jVersion: version }) },
    builders: builders.enabled,
    inlayHints,
    codeLens,
    problems: isUnknown ? [`nnlint.dl4j.version: ${unknownRelease(version).message}`] : [],
  };
}

const clientOptions = z.object({
  /** The client has the command `nnlint.explainRule`. */
  explainCommand: z.boolean().catch(false),
  /** The client has the command `nnlint.tryFix`. */
  tryFixCommand: z.boolean().catch(false),
  /** The client has the commands `nnlint.runQuickTraining` and `nnlint.runLearningRateSweep`, which take a network. */
  trainCommands: z.boolean().catch(false),
  /** Settings for clients that cannot be asked for them. */
  settings: z.unknown().optional(),
});

/** What a client says of itself when it starts the server. */
export type ClientOptions = z.infer<typeof clientOptions>;

/** Reads the `initializationOptions`, whatever they hold. */
export function readClientOptions(options: unknown): ClientOptions {
  return clientOptions.parse(typeof options === "object" && options !== null ? options : {});
}
