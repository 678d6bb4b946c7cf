import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import type { Anchors, ApiUse, Entry, WrittenInput, WrittenLayer } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";
import { globalCalls, networkCalls } from "../calls/network-calls.js";
import type { Meaning } from "../calls/meaning.js";
import { lookUp } from "../calls/meaning.js";
import type { Expression } from "../program/expression.js";
import type { Link } from "../program/sequence.js";
import { readSetting } from "../values/read-value.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf, trimmed } from "../values/recorder.js";
import type { FoundNetwork } from "./find-networks.js";
import { inputArguments, inputTypes, readInputType } from "./read-input-type.js";
import { applyDistribution, opaqueLayer, readLayer } from "./read-layer.js";

type Settings = Record<string, Setting<Value>>;

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
  const { sequence, opening } = found;
  const reader = new NetworkReader(found, recorder);
  recorder.construction(sequence.type, sequence.made?.args.length ?? 0, sequence.typeRange, null);
  sequence.links.slice(0, opening).forEach((link) => {
    reader.globalCall(link);
  });
  const [open, ...rest] = sequence.links.slice(opening);
  if (open) reader.opening(open);
  rest.forEach((link) => {
    reader.networkCall(link);
  });
  sequence.handedTo.forEach(({ call }) => {
    reader.handedTo(call);
  });
  return reader.finish();
}

class NetworkReader {
  private readonly train: Settings = {};
  private readonly defaults: Settings = {};
  private readonly inputs: WrittenInput[] = [];
  private readonly inputTypes: Setting<Call>[] = [];
  private readonly layers: WrittenLayer[] = [];
  private readonly owner: string;

  constructor(
    private readonly found: FoundNetwork,
    private readonly recorder: Recorder,
  ) {
    this.owner = found.kind === "graph" ? "ComputationGraphConfiguration.GraphBuilder" : "NeuralNetConfiguration.ListBuilder";
  }

  globalCall(link: Link): void {
    this.call(link, "NeuralNetConfiguration.Builder", lookUp(globalCalls, link.name));
  }

  /** `list()`, `list(3)`, `list(layer, layer)`, `graphBuilder()`. */
  opening(link: Link): void {
    this.recorder.method(link, "NeuralNetConfiguration.Builder", null);
    const isCount =
      link.args.length === 1 &&
      link.args.every((argument) => this.recorder.plain(argument).value !== undefined || argument.kind === "name");
    if (!isCount)
      link.args.forEach((layer) => {
        this.layer(layer, null, link);
      });
  }

  networkCall(link: Link): void {
    const [first, second, ...others] = link.args;
    switch (link.name) {
      case "layer":
      case "addLayer":
      case "appendLayer":
        if (this.found.kind === "graph") this.graphLayer(link, false);
        else this.listLayer(link);
        return;
      case "addVertex":
      case "appendVertex":
        this.graphLayer(link, true);
        return;
      case "addInputs":
        this.recorder.method(link, this.owner, "inputs");
        link.args.forEach((name) => {
          this.addInput(name);
        });
        return;
      case "setInputType":
      case "setInputTypes":
        this.recorder.method(link, this.owner, "inputs.0.type");
        this.setInputTypes(link);
        return;
      case "cnnInputSize":
        this.recorder.method(link, this.owner, "inputs.0.type");
        this.inputTypes[0] = this.flatImage(link.args, link.argsRange, link.nameRange);
        return;
      case "inputPreProcessor":
        this.recorder.method(link, this.owner, null);
        if (first && second && others.length === 0) this.preprocessor(first, second);
        return;
      case "setOutputs":
        this.setOutputs(link);
        return;
      case "tBPTTLength":
        this.call(link, this.owner, lookUp(networkCalls, link.name));
        this.call(link, this.owner, { key: "train.tbpttBackward", type: "number" });
        this.recorder.apiUses.pop();
        return;
      default:
        this.call(link, this.owner, lookUp(networkCalls, link.name));
    }
  }

  /** `new ConvolutionLayerSetup(builder, 28, 28, 1)` sets the input type; any other code may add layers. */
  handedTo(call: FoundNetwork["sequence"]["handedTo"][number]["call"]): void {
    const name = call.kind === "construct" ? call.type : call.name;
    if (call.kind === "construct" && name === "ConvolutionLayerSetup") {
      this.recorder.construction(name, call.args.length, call.typeRange, "inputs.0.type");
      this.inputTypes[0] = this.flatImage(call.args.slice(1), call.range, call.typeRange);
    } else if (call.kind === "invoke" && name !== "println") this.layers.push(opaqueLayer(call.nameRange, false));
  }

  finish(): ReadNetwork {
    applyDistribution(this.defaults);
    const { sequence } = this.found;
    const anchor = sequence.typeRange;
    const unnamed: WrittenInput[] = this.inputTypes.map((type) => ({ name: null, range: type.range ?? anchor, type }));
    const named = this.inputs.map((input, index) => ({ ...input, type: this.inputTypes[index] ?? null }));
    return {
      range: sequence.range,
      anchors: { network: anchor, train: anchor, defaults: anchor, data: null },
      train: this.train,
      defaults: this.defaults,
      inputs: this.found.kind === "graph" ? named : unnamed,
      layers: this.layers,
      entries: this.recorder.entries,
      apiUses: this.recorder.apiUses,
    };
  }

  private call(link: Link, owner: string, meaning: Meaning | undefined): void {
    this.recorder.method(link, owner, meaning?.key ?? null);
    const setting = meaning && readSetting(meaning, link, meaning.key, this.recorder);
    if (!meaning || !setting) return;
    const [section = "", key = ""] = meaning.key.split(".");
    const target = section === "defaults" ? this.defaults : this.train;
    target[key] = link.isCertain ? setting : settingOf({ value: undefined }, trimmed(link), meaning.key);
  }

  /** `.layer(0, layer)`, `.layer(layer)`; a repeated index replaces the layer. */
  private listLayer(link: Link): void {
    const [first, second] = link.args;
    const layer = second ?? first;
    if (!layer) {
      this.recorder.method(link, this.owner, null);
      return;
    }
    if (!link.isCertain) {
      this.recorder.method(link, this.owner, null);
      this.layers.push(opaqueLayer(link.nameRange, false));
      return;
    }
    this.layer(layer, second && first ? first : null, link);
  }

  private layer(layer: Expression, indexExpression: Expression | null, link: Link): void {
    const index = indexExpression && this.recorder.plain(indexExpression).value;
    const place = typeof index === "number" && index >= 0 && index <= this.layers.length ? index : this.layers.length;
    const address = `layers.${String(place)}`;
    if (link.name !== "list") {
      this.recorder.layerLinks[place] = link;
      this.recorder.method(link, this.owner, address);
      if (indexExpression) this.recorder.argument(`${address}.index`, indexExpression.range, link.nameRange);
    }
    const read = readLayer(layer, address, false, this.recorder);
    const given = indexExpression && settingOf(this.recorder.plain(indexExpression), indexExpression.range, `${address}.index`);
    this.layers[place] = given ? { ...read, settings: { ...read.settings, index: given } } : read;
  }

  /** `.addLayer(name, layer, [preprocessor,] inputs…)`, `.addVertex(name, vertex, inputs…)`. */
  private graphLayer(link: Link, isVertex: boolean): void {
    const [nameExpression, layer, ...others] = link.args;
    const address = `layers.${String(this.layers.length)}`;
    this.recorder.method(link, this.owner, address);
    if (!nameExpression || !layer) return;
    if (!link.isCertain) {
      this.layers.push(opaqueLayer(link.nameRange, isVertex));
      return;
    }
    const read = readLayer(layer, address, isVertex, this.recorder);
    const name = this.recorder.plain(nameExpression).value;
    const from: { name: string; range: Range }[] = [];
    const settings = { ...read.settings };
    for (const input of others) {
      const value = this.recorder.plain(input).value;
      if (typeof value === "string") from.push({ name: value, range: input.range });
      else if (!isVertex && input.kind === "construct")
        settings.preprocessor = settingOf({ value: input.type }, input.range, `${address}.preprocessor`);
    }
    this.recorder.argument(`${address}.name`, nameExpression.range, link.nameRange);
    this.layers.push({ ...read, settings, from, name: typeof name === "string" ? name : null });
  }

  private addInput(expression: Expression): void {
    const name = this.recorder.plain(expression).value;
    this.inputs.push({ name: typeof name === "string" ? name : null, range: expression.range, type: null });
  }

  private setInputTypes(link: Link): void {
    link.args.forEach((argument, index) => {
      const address = `inputs.${String(index)}.type`;
      const read = readInputType(argument, address, this.recorder);
      this.inputTypes[index] = link.isCertain ? read : { value: null, origin: "unknown", range: argument.range, path: address, address };
    });
  }

  private flatImage(given: readonly Expression[], range: Range, nameRange: Range): Setting<Call> {
    const address = "inputs.0.type";
    const args = inputArguments(inputTypes.convolutionalFlat ?? [], given, nameRange, address, this.recorder);
    return { value: { name: "convolutionalFlat", args }, origin: "explicit", range, path: address, address };
  }

  private preprocessor(target: Expression, made: Expression): void {
    const which = this.recorder.plain(target).value;
    const index = typeof which === "number" ? which : this.layers.findIndex((layer) => layer.name === which);
    const layer = this.layers[index];
    if (!layer) return;
    const read = readSetting(
      { key: "preprocessor", type: "preprocessor" },
      { args: [made], argsRange: made.range },
      `layers.${String(index)}.preprocessor`,
      this.recorder,
    );
    if (read) this.layers[index] = { ...layer, settings: { ...layer.settings, preprocessor: read } };
  }

  private setOutputs(link: Link): void {
    this.recorder.method(link, this.owner, "train.outputs");
    const names = link.args.map((argument) => this.recorder.plain(argument).value);
    const known = names.every((name) => typeof name === "string") ? (names as readonly string[]) : undefined;
    this.train.outputs = settingOf({ value: link.isCertain ? known : undefined }, trimmed(link), "train.outputs");
  }
}
