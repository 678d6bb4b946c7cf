import type { Definition, Setting } from "../../../model/setting.js";
import type { Range } from "../../../model/range.js";
import type { Value } from "../../../model/value.js";
import { shortestFloat } from "./single-precision.js";
import type { ApiUse, Entry } from "../../../model/written.js";
import type { Expression } from "../program/expression.js";
import { meantBy } from "../program/expression.js";
import { declarationFor, evaluate } from "../program/evaluate.js";
import type { Scope } from "../program/scope.js";
import { onlyValue } from "../program/scope.js";
import type { Link, Sequence, Sequences } from "../program/sequence.js";

/** A value as read: `undefined` when it cannot be known. */
export interface ReadValue {
  readonly value: Value | undefined;
  readonly definedAt?: Definition;
}

/** Reads one network: resolves names, and collects what its text says in the order it is read. */
export class Recorder {
  readonly entries: Entry[] = [];
  readonly apiUses: ApiUse[] = [];
  /** Releases after which something that is written was gone, where only the kind of an argument tells. */
  readonly lastReleases: string[] = [];
  /** The calls that make what stands at an address: the layers `layers.0`, `layers.0.inner`, the updaters `train.updater`. */
  readonly builders = new Map<string, Sequence>();
  /** The calls `.layer(…)` in the order of the layers. */
  readonly layerLinks: Link[] = [];

  constructor(
    readonly scope: Scope,
    readonly sequences: Sequences,
  ) {}

  /** Notes a call on a builder. */
  method(link: Link, owner: string, address: string | null): void {
    const { name, args, nameRange } = link;
    const [first] = args;
    const isOfText = first && args.length === 1 && typeof this.plain(first).value === "string";
    this.apiUses.push({
      name,
      owner,
      kind: "method",
      argumentCount: args.length,
      ...(isOfText === true && { isOfText }),
      range: nameRange,
      address,
    });
    if (address !== null)
      this.entries.push({ address, range: link.range, nameRange: link.nameRange, valueRange: link.args.length > 0 ? trimmed(link) : null });
  }

  /** Notes `new owner(…)`. */
  construction(owner: string, argumentCount: number, range: Range, address: string | null): void {
    this.apiUses.push({ name: owner, owner, kind: "constructor", argumentCount, range, address });
  }

  constant(owner: string, name: string, range: Range, address: string | null): void {
    this.apiUses.push({ name, owner, kind: "constant", argumentCount: 0, range, address });
  }

  /** Notes a constructor's argument that writes a setting. */
  argument(address: string, range: Range, nameRange: Range): void {
    this.entries.push({ address, range, nameRange, valueRange: range });
  }

  /** A constant number, truth value or text. */
  plain(expression: Expression): ReadValue {
    const result = this.sequences.resultOf(expression);
    return { value: evaluate(result, this.scope)?.value, ...this.definition(result) };
  }

  /** What an expression stands for: a variable gives the value that it has there. */
  meant(expression: Expression): { readonly expression: Expression; readonly definedAt?: Definition } {
    const result = this.sequences.resultOf(expression);
    if (result.is) return { expression: written(meantBy(result)), ...this.definition(result) };
    const declaration = declarationFor(expression, this.scope);
    const value = declaration && onlyValue(this.scope, declaration);
    return value ? { expression: value, ...this.definition(result) } : { expression: result };
  }

  private definition(expression: Expression): { definedAt: Definition } | Record<string, never> {
    const declaration = declarationFor(expression, this.scope);
    if (!declaration || declaration.kind === "receiver") return {};
    const only = onlyValue(this.scope, declaration);
    const value = only ?? expression.is;
    if (!value) return {};
    const editable = only !== undefined && declaration.isPrivate && this.scope.mentionsOf(declaration).length === 1;
    return { definedAt: { name: declaration.name, range: value.range, editable } };
  }
}

/** An object on which nothing was called is its constructor. */
function written(meant: Expression): Expression {
  return meant.kind === "object" && meant.calls === 0 && !meant.object.from && meant.object.made ? meant.object.made : meant;
}

/** The setting that a text makes. */
export function settingOf(read: ReadValue, range: Range, address: string): Setting<Value> {
  const place = { range, path: address, address, ...(read.definedAt && { definedAt: read.definedAt }) };
  if (read.value === undefined) return { value: null, origin: "unknown", ...place };
  // people write and read 0.3f, rules compare with it; the library has its value as a double
  const short = typeof read.value === "number" ? shortestFloat(read.value) : read.value;
  return { value: short, origin: "explicit", ...place, ...(short !== read.value && { exact: Number(read.value) }) };
}

/** From the first argument to the last. */
export function trimmed(call: { readonly args: readonly Expression[]; readonly argsRange: Range }): Range {
  const [first] = call.args;
  const last = call.args.at(-1);
  return first && last ? { start: first.range.start, end: last.range.end } : call.argsRange;
}
