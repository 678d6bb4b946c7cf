import { climbs } from "./climbs.js";
import { disabled } from "./disabled.js";
import { gaussianRate } from "./gaussian-rate.js";
import { hiddenUnit } from "./hidden-unit.js";
import { removed } from "./removed.js";
import { singlePass } from "./single-pass.js";
import { tooNarrow } from "./too-narrow.js";
import { tooShallow } from "./too-shallow.js";
import { visibleUnit } from "./visible-unit.js";
import { widerThanInput } from "./wider-than-input.js";

/** Rules on pretraining: RBMs, autoencoders, deep-belief nets. */
export const rules = [
  visibleUnit,
  hiddenUnit,
  gaussianRate,
  widerThanInput,
  tooNarrow,
  disabled,
  climbs,
  singlePass,
  tooShallow,
  removed,
] as const;
