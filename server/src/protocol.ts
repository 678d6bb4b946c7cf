import { NotificationType, RequestType, type Diagnostic } from "vscode-languageserver-protocol";
import { z } from "zod";

// What the server speaks beside the Language Server Protocol. The client imports this file and nothing else of the server.

const position = z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() });
const range = z.object({ start: position, end: position });

/** A repair, as text edits. */
const fix = z.object({
  title: z.string(),
  safety: z.enum(["safe", "suggested"]),
  preferred: z.boolean().default(false),
  edits: z.array(z.object({ range, newText: z.string() })),
});

/** A finding as a run reports it (the `finding` event), placed in the text that was trained. */
export const runFinding = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info", "hint"]),
  network: z.string().nullable(),
  layer: z.string().nullable(),
  setting: z.string().nullable(),
  range: range.nullish(),
  message: z.string(),
  detail: z.string().optional(),
  evidence: z.unknown().optional(),
  fixes: z.array(fix).default([]),
});
export type RunFinding = z.infer<typeof runFinding>;

/** What a run found in a document. Replaces what earlier runs of the same network found. */
export const runFindingsParams = z.object({
  uri: z.string(),
  network: z.string(),
  /** The text that was trained. */
  text: z.string(),
  findings: z.array(runFinding),
});
export type RunFindingsParams = z.infer<typeof runFindingsParams>;
export const runFindingsNotification = new NotificationType<RunFindingsParams>("nnlint/runFindings");

/** Takes back what runs found: of one document, or of all. */
export const dismissRunFindingsParams = z.object({ uri: z.string().optional() });
export type DismissRunFindingsParams = z.infer<typeof dismissRunFindingsParams>;
export const dismissRunFindingsNotification = new NotificationType<DismissRunFindingsParams>("nnlint/dismissRunFindings");

/** The networks of an open document. */
export const networksParams = z.object({ uri: z.string() });
export interface NetworkSummary {
  readonly name: string;
  readonly notation: "nnet" | "java" | "kotlin";
  /** All of the network's text. */
  readonly range: z.infer<typeof range>;
  /** `null` when it cannot be counted. */
  readonly parameters: number | null;
  /** As runs name them, with their kinds. */
  readonly layers: readonly { readonly id: string; readonly kind: string }[];
}
export interface DocumentSummary {
  readonly version: number;
  /** The framework's version where a build file or a setting says it. */
  readonly framework: { readonly value: string; readonly from: "build file" | "calls" | "setting" | "default" } | null;
  readonly networks: readonly NetworkSummary[];
  readonly findings: Readonly<Record<"error" | "warning" | "info" | "hint", number>>;
}
export const networksRequest = new RequestType<z.infer<typeof networksParams>, DocumentSummary | null, void>("nnlint/networks");

/** The rules, with where each one's page lies. */
export interface RuleSummary {
  readonly id: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly page: string;
  /** The first sentence of the page. */
  readonly summary: string;
}
export const rulesRequest = new RequestType<null, readonly RuleSummary[], void>("nnlint/rules");

/** A finding's fix that changes what the network learns, so that it can be tried by training. */
export interface FixSummary {
  readonly network: string;
  readonly rule: string;
  /** `null` where the finding is about the network as a whole. */
  readonly layer: string | null;
  readonly setting: string | null;
  readonly message: string;
  readonly range: z.infer<typeof range>;
  readonly fix: z.output<typeof fix>;
}
/** The fixes of an open document that can be tried, in the order of the text; of a finding the preferred one first. */
export const fixesRequest = new RequestType<z.infer<typeof networksParams>, readonly FixSummary[] | null, void>("nnlint/fixes");

/** All that is linted in the folders of the workspace, by its address: configs and each `nnlint.json`. */
export const lintedFilesRequest = new RequestType<null, readonly string[], void>("nnlint/lintedFiles");

/** Files to lint as they stand on the disk. */
export const checkFilesParams = z.object({ uris: z.array(z.string()) });
export interface FileCheck {
  readonly uri: string;
  readonly networks: number;
  readonly diagnostics: Diagnostic[];
}
/** What is found in files that need not be open; those that cannot be read are left out. */
export const checkFilesRequest = new RequestType<z.infer<typeof checkFilesParams>, readonly FileCheck[], void>("nnlint/checkFiles");
