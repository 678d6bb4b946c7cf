import { evaluate } from "./evaluate.js";
import type { Expression, ObjectRef } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";
import type { Scope } from "./scope.js";
import { sequenceOf } from "./sequence.js";

/** Beyond so many pairs two networks are taken for different: what they have in common is then worked out again. */
const mostPairs = 20_000;

type Pair = readonly [Expression | undefined, Expression | undefined];

/** True for two objects that are known to be built alike: by the same calls of the same text with the same arguments. */
export function areAlike(one: ObjectRef, other: ObjectRef, scope: Scope): boolean {
  return new Comparison(scope).areAlike(one, other);
}

/** Goes through two objects side by side. What they share is not looked into, and no pair twice: objects hold each other many times over. */
class Comparison {
  private readonly open: Pair[] = [];
  private readonly seen = new Map<object, Map<object, number>>();
  private left = mostPairs;

  constructor(private readonly scope: Scope) {}

  areAlike(one: Expression, other: Expression): boolean {
    this.open.push([one, other]);
    for (let pair = this.open.pop(); pair; pair = this.open.pop()) if (this.left-- <= 0 || !this.isAlike(pair)) return false;
    return true;
  }

  /** Whether two are the same by themselves; their parts are noted to be compared. */
  private isAlike([one, other]: Pair): boolean {
    if (one === other) return true;
    if (!one || !other) return false;
    const [constant, otherConstant] = [evaluate(one, this.scope), evaluate(other, this.scope)];
    if (constant ?? otherConstant) return constant?.value === otherConstant?.value;
    const [meant, otherMeant] = [meantBy(one), meantBy(other)];
    if (meant === otherMeant) return true;
    if (meant.kind === "object") return otherMeant.kind === "object" && this.isSameMaking(meant, otherMeant);
    if (meant.kind === "list") return otherMeant.kind === "list" && this.parts(meant.items, otherMeant.items);
    if (meant.kind === "invoke") return otherMeant.kind === "invoke" && meant.name === otherMeant.name && this.calls(meant, otherMeant);
    if (meant.kind === "construct")
      return otherMeant.kind === "construct" && meant.type === otherMeant.type && this.calls(meant, otherMeant);
    return dottedName(meant) === dottedName(otherMeant);
  }

  private calls(one: Expression & { args: readonly Expression[] }, other: Expression & { args: readonly Expression[] }): boolean {
    return this.isKnownPair(one, other, 0) || this.parts(one.args, other.args);
  }

  private isSameMaking(one: ObjectRef, other: ObjectRef): boolean {
    if (one.object === other.object && one.calls === other.calls) return true;
    if (this.isKnownPair(one.object, other.object, Math.max(one.calls, other.calls))) return true;
    const [made, otherMade] = [sequenceOf(one), sequenceOf(other)];
    if (made.type !== otherMade.type || made.links.length !== otherMade.links.length) return false;
    const areLinksAlike = made.links.every((link, index) => {
      const its = otherMade.links[index];
      const isSameText = its?.name === link.name && its.range.start === link.range.start && its.isCertain === link.isCertain;
      return isSameText && this.parts(link.args, its.args);
    });
    return areLinksAlike && this.parts(made.made?.args ?? [], otherMade.made?.args ?? []);
  }

  /** A pair that is compared, or being compared: in a circle nothing else can tell them apart. */
  private isKnownPair(one: object, other: object, extent: number): boolean {
    const others = this.seen.get(one) ?? new Map<object, number>();
    this.seen.set(one, others);
    const known = others.get(other);
    if (known !== undefined && known >= extent) return true;
    others.set(other, extent);
    return false;
  }

  private parts(one: readonly Expression[], other: readonly Expression[]): boolean {
    if (one.length !== other.length) return false;
    one.forEach((part, index) => this.open.push([part, other[index]]));
    return true;
  }
}
