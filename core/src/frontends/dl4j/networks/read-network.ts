import type { Anchors, ApiUse, Entry, WrittenInput, WrittenLayer } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";
import { globalCalls, networkCalls } from "../calls/network-calls.js";
import { lookUp } from "../calls/meaning.js";
import { callOfSetter } from "../calls/setters.js";
import type { HandedTo, Link } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import type { FoundNetwork } from "./find-networks.js";
import { InputReader } from "./read-inputs.js";
import { LayerList } from "./layer-list.js";
import { applyDistribution } from "./read-layer.js";
import { readTransferCall } from "./read-transfer.js";
import type { Settings } from "./settings.js";
import { NetworkSettings } from "./settings.js";
import { addUnknown, mayChange } from "./unknown-code.js";

/** A network's own text, before its data and version are known. */
export interface ReadNetwork {
  readonly range: Range;
  readonly anchors: Anchors;
  readonly train: Settings;
  readonly defaults: Settings;
  readonly inputs: readonly WrittenInput[];
  readonly layers: readonly WrittenLayer[];
  readonly entries: Entry[];
  readonly apiUses: ApiUse[];
}

/** Assembles the calls on a configuration's builder to a network. */
export function readNetwork(found: FoundNetwork, recorder: Recorder): ReadNetwork {
  const { sequence } = found;
  const { opening, hasOpening } = sequence;
  const reader = new NetworkReader(found, recorder);
  recorder.construction(sequence.type, sequence.made?.args.length ?? 0, sequence.typeRange, null);
  const built = sequence.links.findIndex((link, index) => index >= opening && link.name === "build");
  const handedTo = sequence.handedTo.filter(({ after }) => built < 0 || after <= built);
  let next = 0;
  const handOver = (upTo: number, isBeforeOpening: boolean): void => {
    for (let one = handedTo[next]; one && one.after <= upTo; one = handedTo[++next]) reader.handedTo(one, isBeforeOpening);
  };
  sequence.links.forEach((link, index) => {
    handOver(index, index <= opening);
    if (index < opening) reader.globalCall(link);
    else if (index === opening && hasOpening) reader.opening(link);
    else reader.networkCall(link);
  });
  handOver(sequence.links.length, false);
  return reader.finish();
}

class NetworkReader {
  private readonly settings: NetworkSettings;
  private readonly inputs: InputReader;
  private readonly layers: LayerList;
  private readonly owner: string;
  /** Something that is not in sight may have set what is not written. */
  private isOpen: boolean;

  constructor(
    private readonly found: FoundNetwork,
    private readonly recorder: Recorder,
  ) {
    const { kind, sequence } = found;
    this.owner =
      kind === "transfer"
        ? sequence.type
        : kind === "graph"
          ? "ComputationGraphConfiguration.GraphBuilder"
          : "NeuralNetConfiguration.ListBuilder";
    this.settings = new NetworkSettings(recorder);
    this.inputs = new InputReader(recorder);
    this.layers = new LayerList(recorder, this.owner, kind === "graph" || sequence.type === "TransferLearning.GraphBuilder");
    if (kind === "layers") this.layers.expect(sequence.links.slice(sequence.opening));
    this.isOpen = sequence.isFromElsewhere || kind === "transfer";
    if (sequence.isFromElsewhere && !sequence.hasOpening && kind !== "transfer") this.layers.addUnknown(sequence.typeRange);
  }

  globalCall(link: Link): void {
    this.settings.call(link, "NeuralNetConfiguration.Builder", lookUp(globalCalls, callOfSetter(link.name)));
  }

  /** `list()`, `list(3)`, `list(layer, layer)`, `graphBuilder()`. */
  opening(link: Link): void {
    this.recorder.method(link, "NeuralNetConfiguration.Builder", null);
    this.layers.addListed(link);
  }

  networkCall(link: Link): void {
    const { recorder, layers, inputs, settings, owner } = this;
    if (this.found.kind === "transfer" && readTransferCall(link, settings, recorder)) return;
    switch (link.name) {
      case "layer":
      case "addLayer":
      case "appendLayer":
        layers.addLayer(link);
        return;
      case "addVertex":
      case "appendVertex":
        layers.addVertex(link);
        return;
      case "removeVertex":
        recorder.method(link, owner, null);
        layers.remove(link);
        return;
      case "addInputs":
      case "setInputs":
        recorder.method(link, owner, "inputs");
        inputs.add(link);
        return;
      case "setInputType":
      case "setInputTypes":
        recorder.method(link, owner, "inputs.0.type");
        inputs.setTypes(link);
        return;
      case "cnnInputSize":
        recorder.method(link, owner, "inputs.0.type");
        inputs.setFlatImage(link.args, link.argsRange, link.nameRange);
        return;
      case "inputPreProcessor":
      case "setInputPreProcessor":
        recorder.method(link, owner, null);
        layers.setPreprocessor(link);
        return;
      case "setOutputs":
        recorder.method(link, owner, "train.outputs");
        settings.setOutputs(link);
        return;
      case "tBPTTLength":
        settings.call(link, owner, lookUp(networkCalls, link.name));
        settings.call(link, owner, { key: "train.tbpttBackward", type: "number" });
        recorder.apiUses.pop();
        return;
      default:
        settings.call(link, owner, lookUp(networkCalls, link.name));
    }
  }

  /** `new ConvolutionLayerSetup(builder, 28, 28, 1)` sets the input type; any other code may add layers, or set what it likes. */
  handedTo(handed: HandedTo, isBeforeOpening: boolean): void {
    const { call } = handed;
    if (call.kind === "construct" && call.type === "ConvolutionLayerSetup") {
      this.recorder.construction(call.type, call.args.length, call.typeRange, "inputs.0.type");
      this.inputs.setFlatImage(call.args.slice(1), call.range, call.typeRange);
    } else if (mayChange(handed)) {
      if (isBeforeOpening) this.settings.forget();
      else this.layers.addUnknown(call.kind === "invoke" ? call.nameRange : call.typeRange);
      this.isOpen ||= isBeforeOpening;
    }
  }

  finish(): ReadNetwork {
    const { train, defaults } = this.settings;
    applyDistribution(defaults);
    if (this.isOpen) {
      const addresses = Object.values({ ...globalCalls, ...(this.found.kind === "transfer" && networkCalls) }).map(({ key }) => key);
      addUnknown(train, addresses, "train");
      addUnknown(defaults, addresses, "defaults");
    }
    const { sequence, kind } = this.found;
    const anchor = sequence.typeRange;
    this.layers.settle();
    return {
      range: sequence.range,
      anchors: { network: anchor, train: anchor, defaults: anchor, data: null },
      train,
      defaults,
      inputs: this.inputs.finish(kind !== "layers", anchor),
      layers: this.layers.layers,
      entries: this.recorder.entries,
      apiUses: this.recorder.apiUses,
    };
  }
}
