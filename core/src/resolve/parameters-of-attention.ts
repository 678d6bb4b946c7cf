import type { Layer } from "../model/network.js";
import { valueOf } from "../model/setting.js";
import { numberOf, product, sum } from "./known-numbers.js";

/** How many features each of attention's inputs has. */
interface Attended {
  readonly queries: number | undefined;
  readonly keys: number | undefined;
  readonly values: number | undefined;
}

/**
 * The projections of attention (`SelfAttentionLayer.initializeParameters`): queries, keys and values to every head, and all heads to
 * `nOut`; none without `projectInput`.
 */
export function attentionParameters(
  more: Layer["more"],
  nOut: number | undefined,
  { queries, keys, values }: Attended,
): number | undefined {
  if (valueOf(more.projectInput) === false || more.projectInput === undefined) return 0;
  if (valueOf(more.projectInput) !== true) return undefined;
  const heads = numberOf(more, "nHeads", 1);
  const size = numberOf(more, "headSize", 0) || (heads && nOut !== undefined ? nOut / heads : undefined);
  return product(heads, size, sum(queries, keys, values, nOut));
}

/** `PrimaryCapsules`: a convolution to capsules times dimensions. `CapsuleLayer`: a matrix from every capsule to every other. */
export function capsuleParameters({
  kind,
  more,
  kernel,
  inputShape,
  hasBias,
}: Pick<Layer, "kind" | "more" | "kernel" | "inputShape" | "hasBias">): number | undefined {
  const dimensions = numberOf(more, "capsuleDimensions");
  const bias = hasBias ?? more.hasBias;
  if (kind === "PrimaryCapsules") {
    const filters = product(dimensions, numberOf(more, "channels"));
    const area = kernel && product(...(valueOf(kernel) ?? [undefined]));
    const inputs = inputShape?.kind === "convolutional" ? inputShape.channels : undefined;
    return sum(product(filters, area, inputs), bias && valueOf(bias) === false ? 0 : filters);
  }
  const outputs = product(dimensions, numberOf(more, "capsules"));
  if (inputShape?.kind !== "recurrent") return undefined;
  return sum(product(outputs, inputShape.size, inputShape.steps ?? undefined), bias && valueOf(bias) === true ? outputs : 0);
}
