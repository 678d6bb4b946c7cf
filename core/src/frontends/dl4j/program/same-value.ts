import type { Expression } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";

/** True when two expressions are known to stand for the same: constants, enumeration constants, one object. */
export function sameValue(a: Expression, b: Expression): boolean {
  const [one, other] = [meantBy(a), meantBy(b)];
  if (one === other) return true;
  if (one.kind === "literal") return other.kind === "literal" && one.value === other.value && one.integer === other.integer;
  if (one.kind === "object") return other.kind === "object" && one.object === other.object;
  if (one.kind === "list")
    return (
      other.kind === "list" &&
      one.items.length === other.items.length &&
      one.items.every((item, index) => isSameItem(item, other.items[index]))
    );
  const name = one.kind === "select" ? dottedName(one) : undefined;
  return name !== undefined && name === dottedName(other);
}

function isSameItem(item: Expression, other: Expression | undefined): boolean {
  return other !== undefined && sameValue(item, other);
}
