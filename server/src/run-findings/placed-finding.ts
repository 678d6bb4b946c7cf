import { anchorOf } from "../../../core/src/analysis/place.js";
import type { Model } from "../models/model.js";
import type { Finding, FindingFix, Network, Range } from "../../../core/src/model/index.js";
import type { RunFinding } from "../protocol.js";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { settingAt, valueText } from "./value-at.js";

/** A run's finding with what it was measured at, so that it can be found again in later texts. */
export interface MeasuredFinding {
  readonly finding: RunFinding;
  /** The value of the finding's setting when the run started; `undefined` when it is about no setting. */
  readonly value: string | undefined;
  /** What the network's layers were, for a layer that has no name: its place among them is all that it is known by. */
  readonly layers: string | undefined;
  /** Where it stood in the trained text. */
  readonly range: Range;
  readonly trained: TextDocument;
}

/** Notes what a finding was measured at, in the model of the trained text; `undefined` when the text does not have the network. */
export function measured(finding: RunFinding, model: Model): MeasuredFinding | undefined {
  const place = placeIn(finding, model);
  return place && { finding, value: place.value, layers: place.layers, range: place.range, trained: model.document };
}

/** The finding where it belongs in a newer text; `undefined` when the value is no longer the one that was run. */
export function placedFinding({ finding, value, layers, range, trained }: MeasuredFinding, model: Model): Finding | undefined {
  const place = placeIn(finding, model);
  if (!place || place.value !== value || place.layers !== layers) return undefined;
  const { rule, severity, network, layer, message, detail } = finding;
  const fixes = finding.fixes.flatMap((fix) => movedFix(fix, { trained, from: range, to: place.range, text: model.document.getText() }));
  return { rule, severity, message, detail: detail ?? "", range: place.range, network, layer, setting: place.setting, related: [], fixes };
}

interface FoundPlace extends Pick<MeasuredFinding, "value" | "layers" | "range"> {
  readonly setting: string | null;
}

/** Where a finding stands in a model: its setting's range, else the word that stands for the layer or network. */
function placeIn(finding: RunFinding, model: Model): FoundPlace | undefined {
  const network = model.config?.analysed.networks.find(({ name }) => name === finding.network);
  if (!network) return undefined;
  const layer = finding.layer === null ? undefined : network.layers.find(({ id }) => id === finding.layer);
  if (finding.layer !== null && !layer) return undefined;
  const path = finding.setting?.replace(/^layers\.\d+/, layer ? `layers.${layer.index}` : "$&") ?? null;
  const setting = path === null ? undefined : settingAt(network, path);
  return {
    range: setting?.range ?? layer?.kindRange ?? anchorFor(network, setting?.address ?? path),
    setting: path,
    value: setting && valueText(setting),
    layers: layer && /^\d+$/.test(layer.id) ? network.layers.map(({ kind }) => kind).join() : undefined,
  };
}

function anchorFor(network: Network, address: string | null): Range {
  return address === null ? network.anchors.network : anchorOf(network, address);
}

interface Move {
  readonly trained: TextDocument;
  readonly from: Range;
  readonly to: Range;
  readonly text: string;
}

/** A fix computed for the trained text, moved with its setting; none when it edits text that has changed. */
function movedFix(fix: RunFinding["fixes"][number], { trained, from, to, text }: Move): FindingFix[] {
  const before = trained.getText();
  const unchanged = before === text;
  const by = unchanged ? 0 : to.start - from.start;
  const edits = fix.edits.map(({ range, newText }) => {
    const start = trained.offsetAt(range.start);
    const end = trained.offsetAt(range.end);
    return { newText, inside: from.start <= start && end <= from.end, range: { start: start + by, end: end + by } };
  });
  if (!unchanged && !edits.every(({ inside }) => inside)) return [];
  return [{ ...fix, edits: edits.map(({ range, newText }) => ({ range, newText })) }];
}
