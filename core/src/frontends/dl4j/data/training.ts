import type { Range } from "../../../model/range.js";
import type { Definition, Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { FoundNetwork } from "../networks/find-networks.js";
import { identityOf } from "../networks/find-networks.js";
import type { Expression, Invoke } from "../program/expression.js";
import { declarationFor } from "../program/evaluate.js";
import type { Region, Statement } from "../program/program.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";

/** A call that trains the network. */
export interface Fit {
  readonly call: Invoke;
  readonly statement: Statement;
  /** The iterator or data set; `null` for a trainer that holds it. */
  readonly data: Expression | null;
  /** It is a trainer's: early stopping, Spark, a parallel wrapper. */
  readonly isTrainer: boolean;
}

const networkClasses = /^(MultiLayerNetwork|ComputationGraph)$/;
const trainerClasses =
  /^(EarlyStopping\w*Trainer|EarlyStoppingGraphTrainer|SparkDl4jMultiLayer|SparkComputationGraph|ParallelWrapper|ParallelWrapper\.Builder)$/;

/** The calls that train a network. With one network in the file every `fit` that is not a scaler's is its own. */
export function fitsOf(found: FoundNetwork, isOnly: boolean, recorder: Recorder): readonly Fit[] {
  const fits: Fit[] = [];
  for (const statement of recorder.scope.program.statements) {
    forEachPart(statement.expression, (part) => {
      if (part.kind !== "invoke" || !/^(fit|fitMultiDataSet)$/.test(part.name) || !part.on) return;
      const receiver = receiverOf(part.on, found, isOnly, recorder);
      if (receiver)
        fits.push({
          call: part,
          statement,
          data: receiver === "trainer" ? null : (part.args[0] ?? null),
          isTrainer: receiver === "trainer",
        });
    });
  }
  return fits;
}

function receiverOf(on: Expression, found: FoundNetwork, isOnly: boolean, recorder: Recorder): "network" | "trainer" | undefined {
  const made = recorder.sequences.of(on);
  if (made && trainerClasses.test(made.type)) return isOnly ? "trainer" : undefined;
  if (made && networkClasses.test(made.type)) {
    const [configuration] = made.made?.args ?? [];
    const identity = configuration && identityOf(recorder.sequences.of(configuration));
    return identity === identityOf(found.sequence) || (identity === undefined && isOnly) ? "network" : undefined;
  }
  if (!isOnly || made) return undefined;
  const declaration = declarationFor(on, recorder.scope);
  if (declaration && networkClasses.test(declaration.type)) return "network";
  return declaration && /Trainer|Spark/.test(declaration.type) ? "trainer" : undefined;
}

/**
 * How many times the data is passed: `fit(iter, n)`, loops with constant bounds around `fit`, a MultipleEpochsIterator.
 * @param repeated passes that the iterator itself makes
 */
export function epochsOf(fits: readonly Fit[], repeated: Setting<Value> | undefined, recorder: Recorder): Setting<Value> | undefined {
  const [fit] = fits;
  if (!fit) return undefined;
  const unknown = settingOf({ value: undefined }, fit.call.nameRange, "train.epochs");
  if (fits.length > 1 || fit.isTrainer || fit.data === null) return unknown;
  const written = fit.call.args.length === 2 ? fit.call.args[1] : undefined;
  const isPerBatch = fit.data.kind === "invoke" && fit.data.name === "next";
  const loops = fit.statement.regions.filter((region) => !(isPerBatch && isDrain(region, fit)));
  const passes: { range: Range; value: number | undefined }[] = [];
  for (const region of loops) passes.push(passesOf(region, fit, recorder));
  if (written && isCount(written, fit, recorder)) passes.push({ range: written.range, value: numberOf(written, recorder) });
  if (repeated?.range) passes.push({ range: repeated.range, value: typeof repeated.value === "number" ? repeated.value : undefined });
  if (passes.length === 0) return settingOf({ value: 1 }, fit.call.nameRange, "train.epochs");
  let product = 1;
  for (const { value } of passes) {
    if (value === undefined) return settingOf({ value: undefined }, passes[0]?.range ?? fit.call.nameRange, "train.epochs");
    product *= value;
  }
  const [only] = passes;
  if (passes.length > 1 || !only) return settingOf({ value: product }, only?.range ?? fit.call.nameRange, "train.epochs");
  return settingOf({ ...definitionAt(only.range, fit, recorder), value: product }, only.range, "train.epochs");
}

/** `fit(iter, 10)`, but not `fit(features, labels)`. */
function isCount(argument: Expression, fit: Fit, recorder: Recorder): boolean {
  if (numberOf(argument, recorder) !== undefined) return true;
  const type = declarationFor(argument, recorder.scope)?.type;
  return type === "int" || type === "Integer";
}

/** `while (iter.hasNext()) net.fit(iter.next())` is one pass. */
function isDrain(region: Region, fit: Fit): boolean {
  return region.kind === "loop" && region.count === undefined && fit.data !== null;
}

function passesOf(region: Region, fit: Fit, recorder: Recorder): { range: Range; value: number | undefined } {
  const { count } = region;
  if (!count) return { range: fit.call.nameRange, value: undefined };
  const from = numberOf(count.from, recorder);
  const to = numberOf(count.to, recorder);
  if (from === undefined || to === undefined) return { range: count.to.range, value: undefined };
  return { range: count.to.range, value: to - from + (count.inclusive ? 1 : 0) };
}

function numberOf(expression: Expression, recorder: Recorder): number | undefined {
  const { value } = recorder.plain(expression);
  return typeof value === "number" ? value : undefined;
}

/** The constant that the bound or argument at a range was read from. */
function definitionAt(range: Range, fit: Fit, recorder: Recorder): { definedAt?: Definition } {
  const candidates = [...fit.call.args, ...fit.statement.regions.flatMap((region) => (region.count ? [region.count.to] : []))];
  const found = candidates.find((one) => one.range.start === range.start && one.range.end === range.end);
  const read = found && recorder.plain(found);
  return read?.definedAt ? { definedAt: read.definedAt } : {};
}
