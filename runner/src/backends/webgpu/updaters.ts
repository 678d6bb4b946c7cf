import type { UpdaterEngine } from "../updater-engine.js";
import { elementwise } from "./elementwise.js";

/** Updaters' formulas as one launch each. */
export const updatersOnWebGpu: UpdaterEngine = {
  decayed: (old, now, share) => elementwise("factor * old + (1.0 - factor) * now", { Old: old, Now: now }, share),
  decayedSquare: (old, now, share) => elementwise("factor * old + (1.0 - factor) * now * now", { Old: old, Now: now }, share),
  corrected: (m, v, step, epsilon) => elementwise(`factor * m / (sqrt(v) + f32(${epsilon}))`, { M: m, V: v }, step),
};
