import { impossibleKernel } from "./impossible-kernel.js";
import { inputTypeMissing } from "./input-type-missing.js";
import { kind } from "./kind.js";
import { merge } from "./merge.js";
import { ninMismatch } from "./nin-mismatch.js";
import { ninOverridden } from "./nin-overridden.js";
import { poolingSum } from "./pooling-sum.js";
import { sizeMissing } from "./size-missing.js";
import { strict } from "./strict.js";

/** Rules on shapes: what Deeplearning4j rejects when a network is built, or only at the first fit. */
export const rules = [
  ninMismatch,
  ninOverridden,
  sizeMissing,
  inputTypeMissing,
  impossibleKernel,
  poolingSum,
  strict,
  kind,
  merge,
] as const;
