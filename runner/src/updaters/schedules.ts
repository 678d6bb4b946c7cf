import { isKnown, type Setting } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import type { Rate } from "../../../core/src/model/network.js";
import { knownNumber, knownValue, Refusal } from "../network/refusal.js";

/** When an update happens: both count from 0. */
export interface Moment {
  readonly iteration: number;
  readonly epoch: number;
}

/** A rate or momentum over time. */
export type Schedule = (moment: Moment) => number;

/**
 * A number, or what a schedule makes of it.
 * @throws Refusal for schedules that are not here
 */
export function scheduleOf(setting: Setting<Rate> | undefined, path: string): Schedule {
  const rate = knownValue(setting, path);
  if (typeof rate === "number") return () => rate;
  if (rate.name === "RampSchedule") return rampOf(rate, path);
  const formula = formulas[rate.name];
  if (!formula) throw new Refusal(path, `the schedule ${rate.name} cannot be computed here`);
  const at = formula(rate, path);
  return perEpoch(rate) ? ({ epoch }) => at(epoch) : ({ iteration }) => at(iteration);
}

/** `RampSchedule`: another schedule, which grows from nothing to its full size in the first `numIter` iterations. */
function rampOf(call: Call, path: string): Schedule {
  const steps = knownNumber(call, "numIter", path);
  const base = scheduleOf(call.args.baseSchedule as Setting<Rate> | undefined, `${path}.baseSchedule`);
  return (moment) => base(moment) * Math.min(1, (moment.iteration + 1) / steps);
}

function perEpoch({ args }: Call): boolean {
  return isKnown(args.per) && args.per.value === "epoch";
}

type Formula = (schedule: Call, path: string) => (i: number) => number;

/** `org.nd4j.linalg.schedule`, as 1.0.0-M2.1 computes them (measured): sigmoid and poly grow. */
const formulas: Readonly<Record<string, Formula>> = {
  FixedSchedule: (call, path) => {
    const value = knownNumber(call, "value", path);
    return () => value;
  },
  StepSchedule: (call, path) => {
    const [initial, decay, step] = [
      knownNumber(call, "initialValue", path),
      knownNumber(call, "decayRate", path),
      knownNumber(call, "step", path),
    ];
    return (i) => initial * decay ** Math.floor(i / step);
  },
  ExponentialSchedule: (call, path) => {
    const [initial, gamma] = [knownNumber(call, "initialValue", path), knownNumber(call, "gamma", path)];
    return (i) => initial * gamma ** i;
  },
  InverseSchedule: (call, path) => {
    const [initial, gamma, power] = [
      knownNumber(call, "initialValue", path),
      knownNumber(call, "gamma", path),
      knownNumber(call, "power", path),
    ];
    return (i) => initial / (1 + gamma * i) ** power;
  },
  SigmoidSchedule: (call, path) => {
    const [initial, gamma, step] = [
      knownNumber(call, "initialValue", path),
      knownNumber(call, "gamma", path),
      knownNumber(call, "stepSize", path),
    ];
    return (i) => initial / (1 + Math.exp(-gamma * (i - step)));
  },
  PolySchedule: (call, path) => {
    const [initial, power, most] = [
      knownNumber(call, "initialValue", path),
      knownNumber(call, "power", path),
      knownNumber(call, "maxIter", path),
    ];
    return (i) => (i >= most ? 0 : initial * (1 + i / most) ** power);
  },
  CycleSchedule: (call, path) => cycle(cycleOf(call, path)),
  MapSchedule: (call, path) => {
    const steps = Object.keys(call.args)
      .filter((key) => /^\d+$/u.test(key))
      .map((key) => ({ from: Number(key), value: knownNumber(call, key, path) }))
      .sort((a, b) => a.from - b.from);
    if (steps[0]?.from !== 0) throw new Refusal(path, "a map schedule needs a value for 0");
    return (i) => steps.findLast(({ from }) => from <= i)?.value ?? 0;
  },
};

interface Cycle {
  readonly initial: number;
  readonly most: number;
  readonly length: number;
  readonly annealing: number;
  readonly decay: number;
}

/** `new CycleSchedule(type, max, length)` begins at a tenth of the maximum, and anneals for a tenth of the cycle by 0.1 a step. */
function cycleOf(call: Call, path: string): Cycle {
  const given = (key: string, usual: number) => (call.args[key] === undefined ? usual : knownNumber(call, key, path));
  const [most, length] = [knownNumber(call, "maxLearningRate", path), knownNumber(call, "cycleLength", path)];
  return {
    ...{ most, length, initial: given("initialLearningRate", most * 0.1) },
    ...{ annealing: given("annealingLength", Math.round(length * 0.1)), decay: given("annealingDecay", 0.1) },
  };
}

/** Up, down, and for the rest of the cycle further down; the way up has half of what annealing leaves, rounded down. */
function cycle({ initial, most, length, annealing, decay }: Cycle): (i: number) => number {
  const half = Math.trunc((length - annealing) / 2);
  const increment = (most - initial) / half;
  return (i) => {
    const at = i % length;
    if (at < half) return initial + increment * at;
    if (at < 2 * half) return most - increment * (at - half);
    return initial * decay ** (annealing - (length - at));
  };
}
