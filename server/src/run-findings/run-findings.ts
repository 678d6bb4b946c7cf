import type { Finding } from "../../../core/src/model/index.js";
import type { Model } from "../models/model.js";
import type { RunFinding } from "../protocol.js";
import { measured, placedFinding, type MeasuredFinding } from "./placed-finding.js";

/** What runs found, by document and network, until it is dismissed, run again, or the value that was measured is changed. */
export class RunFindings {
  readonly #byDocument = new Map<string, Map<string, readonly MeasuredFinding[]>>();
  #changes = Promise.resolve();

  /** Changes what is kept, one change after the other: keeping waits for the model of the trained text, and must not outrun a later dismissal. */
  change(work: () => void | Promise<void>): Promise<void> {
    const made = this.#changes.then(work);
    // One that fails is its caller's to report; those after it are made all the same.
    this.#changes = made.catch(() => undefined);
    return made;
  }

  /** Settles when all changes so far are made. */
  get settled(): Promise<void> {
    return this.#changes;
  }

  /**
   * Keeps what a run found, in place of what an earlier run of the same network found.
   * @param trained the model of the text that was trained
   */
  keep(uri: string, network: string, trained: Model, findings: readonly RunFinding[]): void {
    const byNetwork = this.#byDocument.get(uri) ?? new Map<string, readonly MeasuredFinding[]>();
    byNetwork.set(
      network,
      findings.flatMap((finding) => measured(finding, trained) ?? []),
    );
    this.#byDocument.set(uri, byNetwork);
  }

  /** Forgets a document's findings, or all. */
  dismiss(uri: string | undefined): void {
    if (uri === undefined) this.#byDocument.clear();
    else this.#byDocument.delete(uri);
  }

  /** The findings that still hold for a model, each on its setting's present range. */
  placed(model: Model): Finding[] {
    const kept = [...(this.#byDocument.get(model.uri)?.values() ?? [])].flat();
    return kept.flatMap((finding) => placedFinding(finding, model) ?? []);
  }
}
