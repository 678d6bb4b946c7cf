import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { declarationFor } from "../program/evaluate.js";
import type { MadeObject } from "../program/made-object.js";
import type { Path } from "../program/path.js";
import { includes } from "../program/path.js";
import type { ReadValue, Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { classNameOf, isSameObject } from "./objects.js";
import type { Provenance } from "./provenance.js";
import type { Fit } from "./training.js";

/** Passes that one text asks for: `epochs` of `fit(iter, epochs)`, the bound of a loop. */
interface Passes {
  readonly range: Range;
  readonly read: ReadValue;
}

/**
 * How many times the data is passed: `fit(iter, n)`, loops with constant bounds around `fit`, a MultipleEpochsIterator.
 * Unknown where it is trained in several places, or where others may call the method again.
 */
export function epochsOf(fits: readonly Fit[], recorder: Recorder, address = "train.epochs"): Setting<Value> | undefined {
  const [fit] = fits;
  if (!fit) return undefined;
  const { nameRange } = fit.call;
  const unknown = settingOf({ value: undefined }, nameRange, address);
  if (fits.length > 1 || fit.times > 1 || fit.trainer) return unknown;
  const passes = [...loopPasses(fit, recorder), ...writtenPasses(fit, recorder), ...repeatedPasses(fit.data, recorder)];
  const [first] = passes;
  if (!first && isThereBefore(fit)) return unknown;
  if (!first) return settingOf({ value: 1 }, nameRange, address);
  const counts = passes.map(({ read }) => read.value);
  if (!counts.every((count) => typeof count === "number")) return settingOf({ value: undefined }, first.range, address);
  const value = counts.reduce((product, count) => product * count, 1);
  return settingOf(passes.length > 1 ? { value } : { ...first.read, value }, first.range, address);
}

/** A network that is there before the method is called may be trained by it again and again. */
function isThereBefore({ network, deed }: Fit): boolean {
  return network.isSetUp === true || network.isFromElsewhere === true || network.run !== deed.run;
}

/** The loops around a `fit` in which the network is not made anew, from the outermost. */
function loopPasses(fit: Fit, recorder: Recorder): Passes[] {
  const passes: Passes[] = [];
  let isInBranch = false;
  let isDrained = false;
  for (let at = fit.deed.path; at && !includes(fit.network.born, at); at = at.parent) {
    if (at.kind === "branch") {
      isInBranch ||= at.region?.isLambda !== true;
      if (at.region?.isLambda === true) passes.unshift({ range: fit.call.nameRange, read: { value: undefined } });
      continue;
    }
    if (isDrain(at, fit, recorder)) isDrained = true;
    else {
      const loop = passesOf(at, isDrained, fit, recorder);
      // a branch inside a loop: not in every round
      passes.unshift(isInBranch ? { ...loop, read: { value: undefined } } : loop);
    }
  }
  return passes;
}

function passesOf({ rounds, passing }: Path, isDrained: boolean, fit: Fit, recorder: Recorder): Passes {
  if (!rounds?.bounds) return { range: fit.call.nameRange, read: { value: undefined } };
  const { from, to, inclusive } = rounds.bounds;
  const [start, end] = [recorder.plain(from), recorder.plain(to)];
  // each round takes another part of the data, and nobody says that the last one is the end of it
  const isPart = !isDrained && fit.data.chain.some((one) => isPartial(one) && isWithin(one.born, passing));
  if (isPart || typeof start.value !== "number" || typeof end.value !== "number") return { range: to.range, read: { value: undefined } };
  return { range: to.range, read: { ...end, value: end.value - start.value + (inclusive ? 1 : 0) } };
}

/** Made in a round, a data set is that round's only; an iterator goes through the whole data. */
function isPartial({ taken, type }: MadeObject): boolean {
  return taken !== undefined || /^(DataSet|MultiDataSet)$/.test(type);
}

function isWithin(path: Path | null, passing: object): boolean {
  for (let at = path; at; at = at.parent) if (at.passing === passing) return true;
  return false;
}

/** A loop that goes through an iterator to its end, and trains on what it gives; or through a list, and trains on its variable. */
function isDrain({ rounds, region }: Path, { data, call }: Fit, recorder: Recorder): boolean {
  const through = rounds?.through;
  if (through && data.chain.some((one) => isSameObject(one, through)) && data.calls.some(({ name }) => name === "next")) return true;
  const variable = region?.course?.kind === "each" ? region.course.variable : undefined;
  const [argument] = call.args;
  if (!variable || !argument) return false;
  let base = argument;
  while (base.kind === "invoke" && base.on) base = base.on;
  return declarationFor(base, recorder.scope)?.nameRange.start === variable.start;
}

/** `fit(iter, 10)`, but not `fit(features, labels)`. */
function writtenPasses({ call, data }: Fit, recorder: Recorder): Passes[] {
  const written = call.args.length === 2 ? call.args[1] : undefined;
  if (!written) return [];
  const read = recorder.plain(written);
  const type = declarationFor(written, recorder.scope)?.type;
  const isOfIterator = data.chain[0]?.type.endsWith("Iterator") === true;
  const isCount = isOfIterator || typeof read.value === "number" || type === "int" || type === "Integer" || type === "Int";
  return isCount ? [{ range: written.range, read: typeof read.value === "number" ? read : { value: undefined } }] : [];
}

/** `new MultipleEpochsIterator(n, iter)` around the iterator; one that counts iterations makes no certain number of passes. */
function repeatedPasses({ wrappers }: Provenance, recorder: Recorder): Passes[] {
  const repeating = wrappers.filter((wrapper) => classNameOf(wrapper) === "MultipleEpochsIterator");
  return repeating.map(({ made, typeRange }) => {
    const [count] = made?.args ?? [];
    const read = count && recorder.plain(count);
    return count && typeof read?.value === "number" ? { range: count.range, read } : { range: typeRange, read: { value: undefined } };
  });
}
