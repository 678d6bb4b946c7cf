import { fineTuneCalls } from "../calls/network-calls.js";
import { lookUp } from "../calls/meaning.js";
import type { Link } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import type { NetworkSettings } from "./settings.js";

const owner = "FineTuneConfiguration.Builder";

/** Reads what is said of a network that is trained further. False for calls that all networks have. */
export function readTransferCall(link: Link, settings: NetworkSettings, recorder: Recorder): boolean {
  if (link.name !== "fineTuneConfiguration") return false;
  const [configuration] = link.args;
  const sequence = configuration && recorder.sequences.of(configuration);
  recorder.method(link, "TransferLearning.Builder", null);
  if (sequence?.type !== owner) return true;
  recorder.construction(owner, sequence.made?.args.length ?? 0, sequence.typeRange, null);
  for (const one of sequence.links) settings.call(one, owner, lookUp(fineTuneCalls, one.name));
  return true;
}
