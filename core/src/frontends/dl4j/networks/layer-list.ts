import type { Range } from "../../../model/range.js";
import type { WrittenLayer } from "../../../model/written.js";
import { itemsOf } from "../program/collections.js";
import type { Expression } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import type { Link } from "../program/sequence.js";
import { readSetting } from "../values/read-value.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { LayerPlaces } from "./layer-places.js";
import { opaqueLayer, readLayer } from "./read-layer.js";

/** Stands for an input whose name cannot be known; no name of a layer is like it. */
const unknownName = "?";

/** Collects the layers and vertices of a network. */
export class LayerList {
  readonly layers: WrittenLayer[] = [];
  private readonly places = new LayerPlaces();
  /** Preprocessors of layers that are not there yet. */
  private readonly awaiting: Link[] = [];
  /** The objects of the layers, where they are known. */
  private readonly objects = new Map<object, number>();
  /** The last index that a call of `layer` has used, behind `list(layers)`, which uses none. */
  private lastIndex: number | null = null;

  constructor(
    private readonly recorder: Recorder,
    private readonly owner: string,
    private readonly isGraph: boolean,
  ) {}

  /** Indices that calls give, in whatever order: a layer may come before those in front of it. */
  expect(links: readonly Link[]): void {
    for (const { name, args, isCertain } of links) {
      const [index, layer] = args;
      const given = name === "layer" && layer && index && isCertain ? this.numberOf(index) : undefined;
      if (given !== undefined) this.places.expect(given);
    }
  }

  /** `list(layer, layer)`, `list(layers)`; `list(3)` says how many will come. */
  addListed(link: Link): void {
    const [first] = link.args;
    if (!first) return;
    const items = link.args.length === 1 ? itemsOf(this.recorder.meant(first).expression)?.items : link.args;
    if (items) {
      items.forEach((layer) => {
        this.put(layer, null, link);
      });
      this.lastIndex = -1;
    } else if (this.isCount(first)) return;
    else if (this.recorder.sequences.of(first)) {
      this.put(first, null, link);
      this.lastIndex = -1;
    } else this.addUnknown(first.range);
  }

  private isCount(argument: Expression): boolean {
    if (this.recorder.plain(argument).value !== undefined) return true;
    const declaration = argument.kind === "name" ? this.recorder.scope.declarationOf(argument.name, argument.range.start) : undefined;
    return declaration !== undefined && /^(int|Integer|short|long)?$/.test(declaration.type);
  }

  addLayer(link: Link): void {
    if (this.isGraph) this.addNamed(link, false);
    else this.addToList(link);
  }

  addVertex(link: Link): void {
    this.addNamed(link, true);
  }

  /** Layers that something not in sight may have added. */
  addUnknown(range: Range): void {
    this.layers.push(opaqueLayer(range, false));
  }

  /** `.layer(0, layer)`, `.layer(layer)`; a repeated index replaces the layer. */
  private addToList(link: Link): void {
    const [first, second] = link.args;
    // an opening parenthesis too few gives a layer more arguments
    const isFirst = !second || (first !== undefined && this.recorder.sequences.of(first) !== undefined);
    const layer = isFirst ? first : second;
    if (!layer) {
      this.recorder.method(link, this.owner, null);
      return;
    }
    const index = isFirst ? null : (first ?? null);
    if (link.isCertain) {
      this.put(layer, index, link);
      return;
    }
    this.recorder.method(link, this.owner, null);
    this.layers[this.places.placeOf(link, this.numberOf(index), this.layers.length)] = opaqueLayer(link.nameRange, false);
  }

  private put(layer: Expression, index: Expression | null, link: Link): void {
    const place = this.places.placeOf(link, this.indexOf(index, link), this.layers.length);
    while (this.layers.length < place) this.layers.push(opaqueLayer(link.nameRange, false));
    const address = `layers.${String(place)}`;
    if (link.name !== "list") {
      this.recorder.layerLinks[place] = link;
      this.recorder.method(link, this.owner, address);
      if (index) this.recorder.argument(`${address}.index`, index.range, link.nameRange);
    }
    const read = this.named(readLayer(layer, address, false, this.recorder), layer, place);
    const given = index && settingOf(this.recorder.plain(index), index.range, `${address}.index`);
    this.layers[place] = given ? { ...read, settings: { ...read.settings, index: given } } : read;
  }

  private indexOf(index: Expression | null, { name }: Link): number | undefined {
    const given = this.numberOf(index);
    if (this.lastIndex === null || name === "list") return given;
    if (index !== null) this.lastIndex = Math.max(this.lastIndex, given ?? -1);
    return index === null ? ++this.lastIndex : given;
  }

  /** A layer object that is used twice keeps the name that it got the first time. */
  private named(read: WrittenLayer, layer: Expression, place: number): WrittenLayer {
    const meant = meantBy(this.recorder.sequences.resultOf(layer));
    if (meant.kind !== "object") return read;
    const first = this.objects.get(meant.object) ?? place;
    this.objects.set(meant.object, first);
    return first === place || read.name !== null ? read : { ...read, name: `layer${String(first)}` };
  }

  private numberOf(expression: Expression | null): number | undefined {
    const value = expression ? this.recorder.plain(expression).value : undefined;
    return typeof value === "number" ? value : undefined;
  }

  /** `.addLayer(name, layer, [preprocessor,] inputs…)`, `.addVertex(name, vertex, inputs…)`. */
  private addNamed(link: Link, isVertex: boolean): void {
    const [nameExpression, layer, ...others] = link.args;
    const { value } = nameExpression ? this.recorder.plain(nameExpression) : { value: undefined };
    const name = typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
    const present = name === null ? -1 : this.layers.findIndex((one) => one.name === name);
    const place = present < 0 ? this.layers.length : present;
    const address = `layers.${String(place)}`;
    this.recorder.method(link, this.owner, link.isCertain ? address : null);
    if (!nameExpression || !layer) return;
    if (!link.isCertain) {
      this.layers[place] = { ...opaqueLayer(link.nameRange, isVertex), name, from: [{ name: unknownName, range: link.nameRange }] };
      return;
    }
    const read = readLayer(layer, address, isVertex, this.recorder);
    this.recorder.argument(`${address}.name`, nameExpression.range, link.nameRange);
    const settings = { ...read.settings };
    const from: { name: string; range: Range }[] = [];
    for (const input of others.flatMap((one) => itemsOf(this.recorder.meant(one).expression)?.items ?? [one])) {
      const { value: source } = this.recorder.plain(input);
      const made = !isVertex && typeof source !== "string" ? this.recorder.sequences.of(input) : undefined;
      if (made) settings.preprocessor = settingOf({ value: made.type }, input.range, `${address}.preprocessor`);
      else if (input.kind !== "literal" || input.value !== null)
        from.push({ name: typeof source === "string" ? source : unknownName, range: input.range });
    }
    this.layers[place] = { ...read, settings, from, name };
  }

  remove(link: Link): void {
    const [first] = link.args;
    const name = first && this.recorder.plain(first).value;
    const index = this.layers.findIndex((layer) => layer.name === name);
    const layer = this.layers[index];
    if (!layer) return;
    if (link.isCertain && index === this.layers.length - 1) this.layers.pop();
    else this.layers[index] = { ...opaqueLayer(link.nameRange, layer.isVertex), name: layer.name };
  }

  /** All layers are there: what was said of them before is theirs. */
  settle(): void {
    for (const link of this.awaiting.splice(0)) this.setPreprocessor(link);
  }

  /** `inputPreProcessor(2, new CnnToFeedForwardPreProcessor(…))`, by number or name, before its layer or behind it. */
  setPreprocessor(link: Link): void {
    const { args, isCertain } = link;
    const [target, made, ...others] = args;
    if (!target || !made || others.length > 0) return;
    const which = this.recorder.plain(target).value;
    const index = typeof which === "number" ? which : this.layers.findIndex((layer) => layer.name === which);
    const layer = this.layers[index];
    if (!layer) {
      this.awaiting.push(link);
      return;
    }
    const address = `layers.${String(index)}.preprocessor`;
    const given = { args: [made], argsRange: made.range };
    const read = readSetting({ key: "preprocessor", type: "preprocessor" }, given, address, this.recorder);
    if (!read) return;
    const preprocessor = isCertain ? read : settingOf({ value: undefined }, made.range, address);
    this.layers[index] = { ...layer, settings: { ...layer.settings, preprocessor } };
  }
}
