import type { Expression, List } from "./expression.js";
import type { MadeObject } from "./made-object.js";
import type { Declaration, Method, Statement } from "./program.js";
import type { Path } from "./path.js";

/** One call of a method that is under way. */
export interface Frame {
  readonly method: Method | null;
  /** The object that it was called on. */
  readonly self: MadeObject | null;
  readonly caller: Frame | null;
  /** Of a lambda: the call in which it was made. */
  readonly outer?: Frame;
  /** What it returns, and on which paths. */
  readonly returns: { readonly value: Expression; readonly path: Path | null }[];
  /** The statement that is being run. */
  statement: Statement | null;
}

/** A place that holds a value: a variable of one call, a field of one object, a static field. */
interface Slot {
  readonly declaration: Declaration;
  /** The call that it belongs to is over. */
  isGone: boolean;
}

/** `null`: something that cannot be known; `undefined`: nothing yet. */
type Held = Expression | null | undefined;

/** What has other values at the end of a branch than before it. */
export type Changes = ReadonlyMap<Slot, Held>;

/** What the variables hold. `null`: something that cannot be known. */
export class Environment {
  private readonly slots = new WeakMap<object, Map<Declaration, Slot>>();
  /** Holds the static fields. */
  private readonly classes = {};
  private readonly values = new Map<Slot, Expression | null>();
  /** What never changes, whenever it is first asked for. */
  private readonly constants = new Map<Slot, Expression>();
  /** What was overwritten since the first mark that is still open. */
  private readonly overwritten: { readonly slot: Slot; readonly before: Held }[] = [];
  private openMarks = 0;

  get(declaration: Declaration, frame: Frame): Held {
    return this.at(this.slot(declaration, this.holderOf(declaration, frame)));
  }

  setConstant(declaration: Declaration, frame: Frame, value: Expression): void {
    this.constants.set(this.slot(declaration, this.holderOf(declaration, frame)), value);
  }

  set(declaration: Declaration, frame: Frame, value: Expression | null): void {
    this.put(this.slot(declaration, this.holderOf(declaration, frame)), value);
  }

  /** Forgets the variables of a call that is over: there may be thousands of calls. */
  leave(frame: Frame): void {
    for (const slot of this.slots.get(frame)?.values() ?? []) {
      slot.isGone = true;
      this.values.delete(slot);
    }
  }

  fieldOf(object: MadeObject, declaration: Declaration): Held {
    return this.at(this.slot(declaration, object));
  }

  setField(object: MadeObject, declaration: Declaration, value: Expression | null): void {
    this.put(this.slot(declaration, object), value);
  }

  /** An array has other items now, for all that hold it. */
  change({ array }: List, after: List): void {
    if (!array) return;
    for (const held of [this.values, this.constants])
      for (const [slot, value] of held) if (value?.kind === "list" && value.array === array) this.put(slot, after);
  }

  /** Remembers what all hold now, to come back to; until {@link close}. */
  mark(): number {
    this.openMarks++;
    return this.overwritten.length;
  }

  close(): void {
    if (--this.openMarks === 0) this.overwritten.length = 0;
  }

  changesSince(mark: number): Changes {
    const changes = new Map<Slot, Held>();
    for (const { slot } of this.overwritten.slice(mark)) if (!slot.isGone) changes.set(slot, this.values.get(slot));
    return changes;
  }

  goBackTo(mark: number): void {
    while (this.overwritten.length > mark) {
      const { slot, before } = this.overwritten.pop() ?? {};
      if (slot && !slot.isGone) this.hold(slot, before);
    }
  }

  /** After branches of which any may have been taken, each from what is held now: what they agree on stays known. */
  join(ends: readonly Changes[]): void {
    const changed = new Set(ends.flatMap((end) => [...end.keys()]));
    for (const slot of changed) {
      const values = ends.map((end) => (end.has(slot) ? end.get(slot) : this.values.get(slot)));
      const [first] = values;
      if (slot.isGone) continue;
      if (values.every((value) => value === first)) this.put(slot, first);
      else this.put(slot, null);
    }
  }

  private at(slot: Slot): Held {
    return this.values.has(slot) ? this.values.get(slot) : this.constants.get(slot);
  }

  private put(slot: Slot, value: Held): void {
    if (this.openMarks > 0) this.overwritten.push({ slot, before: this.values.get(slot) });
    this.hold(slot, value);
  }

  private hold(slot: Slot, value: Held): void {
    if (value === undefined) this.values.delete(slot);
    else this.values.set(slot, value);
  }

  private holderOf(declaration: Declaration, frame: Frame): object {
    if (declaration.kind !== "field") return frameOf(declaration, frame);
    return declaration.isOfObject === false ? this.classes : (frame.self ?? this.classes);
  }

  private slot(declaration: Declaration, holder: object): Slot {
    const known = this.slots.get(holder) ?? new Map<Declaration, Slot>();
    this.slots.set(holder, known);
    const slot = known.get(declaration) ?? { declaration, isGone: false };
    known.set(declaration, slot);
    return slot;
  }
}

/** A lambda sees the variables of the call in which it was made. */
function frameOf({ method }: Declaration, frame: Frame): Frame {
  for (let at: Frame | undefined = frame; at; at = at.outer) if (at.method === method) return at;
  return frame;
}
