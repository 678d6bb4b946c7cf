import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Call } from "../../../model/value.js";
import type { WrittenInput } from "../../../model/written.js";
import { itemsOf } from "../program/collections.js";
import type { Expression } from "../program/expression.js";
import type { Link } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { inputArguments, inputTypes, readInputType } from "./read-input-type.js";

/** Collects a network's inputs and their types. */
export class InputReader {
  private readonly inputs: WrittenInput[] = [];
  private types: Setting<Call>[] = [];

  constructor(private readonly recorder: Recorder) {}

  /** `addInputs("a", "b")`, `addInputs(Arrays.asList("a", "b"))`. */
  add(link: Link): void {
    for (const name of this.listed(link)) {
      const { value } = this.recorder.plain(name);
      this.inputs.push({ name: typeof value === "string" && link.isCertain ? value : null, range: name.range, type: null });
    }
  }

  setTypes(link: Link): void {
    this.types = this.listed(link).map((argument, index) => {
      const address = `inputs.${String(index)}.type`;
      const read = readInputType(argument, address, this.recorder);
      return link.isCertain ? read : { value: null, origin: "unknown", range: argument.range, path: address, address };
    });
  }

  setFlatImage(given: readonly Expression[], range: Range, nameRange: Range): void {
    const address = "inputs.0.type";
    const args = inputArguments(inputTypes.convolutionalFlat ?? [], given, nameRange, address, this.recorder);
    this.types[0] = { value: { name: "convolutionalFlat", args }, origin: "explicit", range, path: address, address };
  }

  /** @param isNamed inputs of a graph have names */
  finish(isNamed: boolean, anchor: Range): readonly WrittenInput[] {
    if (isNamed && this.inputs.length > 0) return this.inputs.map((input, index) => ({ ...input, type: this.types[index] ?? null }));
    return isNamed ? [] : this.types.map((type) => ({ name: null, range: type.range ?? anchor, type }));
  }

  private listed({ args }: Link): readonly Expression[] {
    const [first] = args;
    const list = first && args.length === 1 ? itemsOf(this.recorder.meant(first).expression) : undefined;
    return list?.items ?? args;
  }
}
