import { decayAsRate } from "./decay-as-rate.js";
import { distributed } from "./distributed.js";
import { dividedByMinibatch } from "./divided-by-minibatch.js";
import { growingSchedule } from "./growing-schedule.js";
import { implicit } from "./implicit.js";
import { incompleteSchedule } from "./incomplete-schedule.js";
import { layerUpdaterResets } from "./layer-updater-resets.js";
import { momentumAsRate } from "./momentum-as-rate.js";
import { notPositive } from "./not-positive.js";
import { tooHigh } from "./too-high.js";
import { tooLow } from "./too-low.js";
import { updaterRateIgnored } from "./updater-rate-ignored.js";

/** Rules on the learning rate. */
export const rules = [
  tooHigh,
  tooLow,
  notPositive,
  implicit,
  momentumAsRate,
  decayAsRate,
  updaterRateIgnored,
  layerUpdaterResets,
  incompleteSchedule,
  growingSchedule,
  dividedByMinibatch,
  distributed,
] as const;
