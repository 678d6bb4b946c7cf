import { atLeast } from "../../../facts/versions.js";
import type { Change } from "../../../model/change.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import type { WrittenLayer, WrittenNetwork } from "../../../model/written.js";
import type { FoundNetwork } from "../networks/find-networks.js";
import type { Recorder } from "../values/recorder.js";
import type { HostLanguage } from "./host-language.js";
import type { TextEdits } from "./text-edits.js";

/** Everything an edit looks at: the network as read, the calls that make it, and the edits made so far. */
export interface Editing {
  readonly text: string;
  readonly language: HostLanguage;
  readonly network: WrittenNetwork;
  readonly found: FoundNetwork;
  readonly isOnly: boolean;
  readonly recorder: Recorder;
  readonly edits: TextEdits;
  /** All changes that are made together. */
  readonly changes: readonly Change[];
}

/** True when the network's version is the given one or a newer one. */
export function isAtLeast({ network }: Editing, version: string): boolean {
  return atLeast(network.framework.version, version);
}

/** The layer at `layers.<i>` or `layers.<i>.inner`. */
export function layerAt(network: WrittenNetwork, address: string): WrittenLayer | undefined {
  const [, index, ...inner] = address.split(".");
  let layer = network.layers[Number(index)];
  for (const step of inner) layer = step === "inner" ? layer?.inner : undefined;
  return layer;
}

/** The written setting at an address, arguments of calls included; `undefined` when it is not written. */
export function settingAt(network: WrittenNetwork, address: string): Setting<Value> | undefined {
  const [section = "", ...path] = address.split(".");
  if (section === "inputs") return follow(network.inputs[Number(path[0])]?.type ?? undefined, path.slice(2));
  if (section === "layers") {
    const inner = path.lastIndexOf("inner");
    const at = inner < 0 ? 1 : inner + 1;
    const layer = layerAt(network, ["layers", ...path.slice(0, at)].join("."));
    return follow(layer?.settings[path[at] ?? ""], path.slice(at + 1));
  }
  if (section !== "train" && section !== "defaults" && section !== "data") return undefined;
  return follow(network[section][path[0] ?? ""], path.slice(1));
}

function follow(setting: Setting<Value> | undefined, path: readonly string[]): Setting<Value> | undefined {
  let at = setting;
  for (const key of path) at = isCall(at?.value) ? at.value.args[key] : undefined;
  return at;
}
