import type { Expression } from "../program/expression.js";
import { dottedName } from "../program/expression.js";
import { declarationFor } from "../program/evaluate.js";
import type { ReadValue, Recorder } from "./recorder.js";

/**
 * Reads an enumeration constant in any spelling: `Activation.RELU`, a static import's `RELU`, a variable that holds one.
 * @param owner the enumeration's class (`SubsamplingLayer.PoolingType`)
 */
export function readConstant(expression: Expression, owner: string, address: string, recorder: Recorder): ReadValue {
  const { expression: meant, definedAt } = recorder.meant(expression);
  const value = constantName(meant, owner, address, recorder);
  return { value, ...(definedAt && { definedAt }) };
}

function constantName(expression: Expression, owner: string, address: string, recorder: Recorder): string | undefined {
  const dotted = dottedName(expression);
  if (dotted === undefined || declarationFor(expression, recorder.scope)) return undefined;
  const parts = dotted.split(".");
  const name = parts.at(-1) ?? "";
  const written = parts.at(-2);
  const simpleOwner = owner.split(".").at(-1);
  if (written !== undefined && written !== simpleOwner) return undefined;
  if (written === undefined && !isConstantLike(name)) return undefined;
  recorder.constant(ownerAsWritten(parts, owner, recorder), name, expression.range, address);
  return name;
}

/** `PoolingType` stands for two enumerations: which one, only the text says. */
function ownerAsWritten(parts: readonly string[], owner: string, recorder: Recorder): string {
  if (!owner.endsWith("PoolingType")) return owner;
  const imported = recorder.scope.qualified(parts.slice(0, -1).join("."));
  return imported.endsWith("SubsamplingLayer.PoolingType") ? "SubsamplingLayer.PoolingType" : "PoolingType";
}

function isConstantLike(name: string): boolean {
  return /^[A-Z]/.test(name);
}
