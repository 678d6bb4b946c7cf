import { constraintIgnored } from "./constraint-ignored.js";
import { dropconnectIdle } from "./dropconnect-idle.js";
import { dropconnectUnscaled } from "./dropconnect-unscaled.js";
import { dropoutBeforeBatchnorm } from "./dropout-before-batchnorm.js";
import { dropoutRange } from "./dropout-range.js";
import { dropsInput } from "./drops-input.js";
import { dropsOutput } from "./drops-output.js";
import { keepsTooLittle } from "./keeps-too-little.js";
import { l2AndWeightDecay } from "./l2-and-weight-decay.js";
import { none } from "./none.js";
import { notEnabled } from "./not-enabled.js";
import { nothingEnabled } from "./nothing-enabled.js";
import { overrideIgnored } from "./override-ignored.js";
import { tooStrong } from "./too-strong.js";
import { tooWeak } from "./too-weak.js";
import { weightDecayDoubled } from "./weight-decay-doubled.js";

/** Rules on l1, l2, weight decay, dropout, DropConnect and constraints. */
export const rules = [
  notEnabled,
  nothingEnabled,
  tooStrong,
  tooWeak,
  keepsTooLittle,
  dropoutRange,
  dropsInput,
  dropsOutput,
  dropconnectUnscaled,
  dropconnectIdle,
  l2AndWeightDecay,
  weightDecayDoubled,
  overrideIgnored,
  none,
  dropoutBeforeBatchnorm,
  constraintIgnored,
] as const;
