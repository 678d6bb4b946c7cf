import { homedir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { z } from "zod";
import type { LanguageServer } from "../language-server.js";
import { trainingJob, type WrittenJob } from "../../../runner/src/protocol/job.js";
import type { RunEvent } from "../../../runner/src/protocol/events.js";
import { afterEvent, newRun, type RunState } from "./run-state.js";
import type { NetworkSummary } from "../../../server/src/protocol.js";
import { nodeProgram } from "./node-program.js";
import type { Purpose } from "./purpose.js";
import { RunnerProcess } from "./runner-process.js";

/** What is to be trained. */
export interface TrainingRequest {
  readonly document: vscode.TextDocument;
  readonly network: NetworkSummary;
  readonly purpose: Purpose;
  /** What is tried, as it stands in the present text. */
  readonly attempt?: WrittenJob["try"];
}

const runSettings = z.object({
  seconds: z.number().positive().catch(20),
  backend: trainingJob.shape.backend.catch("auto"),
  nodePath: z.string().catch(""),
});

/** One training from its start to its end: the process, what it said, and what it found on the lines of the text. */
export class TrainingSession implements vscode.Disposable {
  #run: RunState;
  #process: RunnerProcess | undefined;
  #started = 0;
  #text = "";
  #clock: NodeJS.Timeout | undefined;
  /** What was asked for before the process was there. */
  #isCancelled = false;
  #isDisposed = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: LanguageServer,
    private readonly request: TrainingRequest,
    private readonly onChange: (run: RunState) => void,
  ) {
    const { document, network, purpose } = request;
    const file = vscode.workspace.asRelativePath(document.uri, false);
    this.#run = newRun({
      uri: document.uri.toString(),
      file,
      network: network.name,
      purpose,
      layerKinds: Object.fromEntries(network.layers.map(({ id, kind }) => [id, kind])),
      limitSeconds: this.#settings().seconds,
    });
  }

  get run(): RunState {
    return this.#run;
  }

  /** Trains the text as it stands in the editor. */
  async start(): Promise<void> {
    const { document } = this.request;
    const { seconds, backend, nodePath } = this.#settings();
    this.#text = document.getText();
    this.#show(this.#run);
    if (nodePath !== "" && !path.isAbsolute(nodePath)) {
      this.#failToStart(nodePath, "the path is not absolute");
      return;
    }
    const framework = (await this.server.summaryOf(document))?.framework;
    await vscode.workspace.fs.createDirectory(this.context.globalStorageUri);
    const node = await nodeProgram(nodePath, backend);
    if (this.#isDisposed) return;
    const job = { ...this.#what(), backend, usualSeconds: seconds, ...(framework && { version: framework }) };
    this.#started = Date.now();
    this.#clock = setInterval(() => this.#tick(), 500);
    this.#process = new RunnerProcess(job, {
      node,
      runner: this.context.asAbsolutePath(path.join("dist", "runner.cjs")),
      folder: this.context.globalStorageUri.fsPath,
      onEvent: (event) => this.#onEvent(event),
      onExit: (log) => this.#onExit(log),
      onFailedStart: (reason) => this.#failToStart(nodePath, reason),
    });
    if (this.#isCancelled) this.cancel();
  }

  /** What is trained, in the job's words. */
  #what(): Pick<WrittenJob, "text" | "path" | "notation" | "network" | "sweep" | "try"> {
    const { network, purpose, attempt } = this.request;
    return {
      text: this.#text,
      path: this.#path(),
      notation: network.notation,
      network: network.name,
      ...(purpose.kind === "sweep" && { sweep: { learningRates: purpose.learningRates } }),
      ...(attempt && { try: attempt }),
    };
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#process?.send("cancel");
  }

  pause(): void {
    if (this.#run.phase !== "running") return;
    this.#process?.send("pause");
    this.#show({ ...this.#run, phase: "paused" });
  }

  resume(): void {
    if (this.#run.phase !== "paused") return;
    this.#process?.send("resume");
    this.#started = Date.now() - this.#run.seconds * 1000;
    this.#show({ ...this.#run, phase: "running" });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearInterval(this.#clock);
    this.#process?.end();
  }

  #onEvent(event: RunEvent): void {
    if (event.event === "start") this.#started = Date.now();
    this.#show(afterEvent(this.#run, event));
    if (this.#run.phase === "ended") void this.#keepFindings();
  }

  /** The run's findings go to their lines; an empty list takes an earlier run's away. */
  async #keepFindings(): Promise<void> {
    const { network, findings } = this.#run;
    await this.server.keepRunFindings({
      uri: this.server.uriOf(this.request.document.uri),
      network,
      text: this.#text,
      findings: [...findings],
    });
  }

  #onExit(log: string): void {
    clearInterval(this.#clock);
    if (log !== "") this.server.output.warn(`The training of ${this.#run.network} said:\n${log.trimEnd()}`);
    if (this.#run.phase === "ended" || this.#run.phase === "failed") return;
    const error = { message: "The training ended before it was done.", hint: "The output “nnlint” has its last words." };
    this.#show({ ...this.#run, phase: "failed", error });
  }

  /** `nodePath`: as it is set; empty where the editor's own Node.js is used. */
  #failToStart(nodePath: string, reason: string): void {
    const hint =
      nodePath === "" ? "Reinstall nnlint, or set `nnlint.training.nodePath`." : "Look at the setting `nnlint.training.nodePath`.";
    const error = { message: `\`${nodePath || process.execPath}\` cannot be run as Node.js: ${reason}.`, hint };
    clearInterval(this.#clock);
    this.#show({ ...this.#run, phase: "failed", error });
  }

  #tick(): void {
    if (this.#run.phase === "running") this.#show({ ...this.#run, seconds: (Date.now() - this.#started) / 1000 });
  }

  #show(run: RunState): void {
    this.#run = run;
    this.onChange(run);
  }

  #settings(): z.infer<typeof runSettings> {
    const settings = vscode.workspace.getConfiguration("nnlint.training", this.request.document.uri);
    return runSettings.parse({ seconds: settings.get("seconds"), backend: settings.get("backend"), nodePath: settings.get("nodePath") });
  }

  /** Data lies beside the file; for a text without a file, in the workspace. */
  #path(): string {
    const { uri } = this.request.document;
    const { notation } = this.request.network;
    if (uri.scheme === "file") return uri.fsPath;
    const folder = vscode.workspace.workspaceFolders?.find((candidate) => candidate.uri.scheme === "file")?.uri.fsPath ?? homedir();
    return path.join(folder, `untitled.${notation === "kotlin" ? "kt" : notation}`);
  }
}
