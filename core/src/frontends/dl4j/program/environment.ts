import type { Expression } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import type { Declaration, Method, Statement } from "./program.js";
import type { Path } from "./path.js";

/** One call of a method that is under way. */
export interface Frame {
  readonly method: Method | null;
  /** The object that it was called on. */
  readonly self: MadeObject | null;
  readonly caller: Frame | null;
  /** What it returns, and on which paths. */
  readonly returns: { readonly value: Expression; readonly path: Path | null }[];
  /** The statement that is being run. */
  statement: Statement | null;
}

/** A place that holds a value: a variable of one call, a field of one object, a static field. */
interface Slot {
  readonly declaration: Declaration;
}

/** What the variables hold. `null`: something that cannot be known. */
export class Environment {
  private readonly slots = new WeakMap<object, Map<Declaration, Slot>>();
  /** Holds the static fields. */
  private readonly classes = {};
  private values = new Map<Slot, Expression | null>();
  /** What never changes, whenever it is first asked for. */
  private readonly constants = new Map<Slot, Expression>();

  get(declaration: Declaration, frame: Frame): Expression | null | undefined {
    return this.at(this.slot(declaration, this.holderOf(declaration, frame)));
  }

  setConstant(declaration: Declaration, frame: Frame, value: Expression): void {
    this.constants.set(this.slot(declaration, this.holderOf(declaration, frame)), value);
  }

  set(declaration: Declaration, frame: Frame, value: Expression | null): void {
    this.values.set(this.slot(declaration, this.holderOf(declaration, frame)), value);
  }

  /** Forgets the variables of a call that is over: there may be thousands of calls. */
  leave(frame: Frame): void {
    for (const slot of this.slots.get(frame)?.values() ?? []) this.values.delete(slot);
  }

  fieldOf(object: MadeObject, declaration: Declaration): Expression | null | undefined {
    return this.at(this.slot(declaration, object));
  }

  setField(object: MadeObject, declaration: Declaration, value: Expression | null): void {
    this.values.set(this.slot(declaration, object), value);
  }

  /** What all hold now, to come back to. */
  snapshot(): ReadonlyMap<Slot, Expression | null> {
    return new Map(this.values);
  }

  restore(snapshot: ReadonlyMap<Slot, Expression | null>): void {
    this.values = new Map(snapshot);
  }

  /** After branches of which any may have been taken: what they agree on stays known. */
  join(ends: readonly ReadonlyMap<Slot, Expression | null>[]): void {
    const [first, ...others] = ends;
    const joined = new Map(first);
    for (const other of others) {
      for (const [slot, value] of other) if (joined.get(slot) !== value) joined.set(slot, null);
      for (const [slot, value] of joined) if (!other.has(slot) && value !== null) joined.set(slot, null);
    }
    this.values = joined;
  }

  private at(slot: Slot): Expression | null | undefined {
    return this.values.has(slot) ? this.values.get(slot) : this.constants.get(slot);
  }

  private holderOf(declaration: Declaration, frame: Frame): object {
    if (declaration.kind !== "field") return frame;
    return declaration.isOfObject === false ? this.classes : (frame.self ?? this.classes);
  }

  private slot(declaration: Declaration, holder: object): Slot {
    const known = this.slots.get(holder) ?? new Map<Declaration, Slot>();
    this.slots.set(holder, known);
    const slot = known.get(declaration) ?? { declaration };
    known.set(declaration, slot);
    return slot;
  }
}
