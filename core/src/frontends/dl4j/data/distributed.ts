import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import type { Expression } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Sequence } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { objectOf, wholeOf } from "./objects.js";
import type { Fit } from "./training.js";

const address = "train.distributed";

/** How several workers train a network, and the minibatch of each where Spark makes it. */
export interface Distributed {
  readonly setting: Setting<Value>;
  readonly batchSize: Setting<Value> | undefined;
}

/** Reads the training master of a Spark network, or a parallel wrapper. */
export function readDistributed(fits: readonly Fit[], recorder: Recorder): Distributed | undefined {
  const trainer = fits.find((fit) => fit.trainer && /Spark|ParallelWrapper|Parallel\w*Trainer/.test(fit.trainer.type))?.trainer;
  if (!trainer) return undefined;
  const said = wholeOf(masterOf(trainer, recorder) ?? trainer);
  const isAveraging = /ParameterAveraging|ParallelWrapper/.test(said.type);
  const args = {
    ...numberSaid("workers", /^workers$/, workersIn(said), said, recorder),
    ...(isAveraging && numberSaid("averagingFrequency", /^averagingFrequency$/, undefined, said, recorder)),
  };
  const batch = said.links.find(({ name }) => name === "batchSizePerWorker")?.args[0];
  if (batch) recorder.argument("data.batchSize", batch.range, batch.range);
  return {
    setting: settingOf({ value: { name: "distributed", args } }, said.typeRange, address),
    batchSize: batch && settingOf(recorder.plain(batch), batch.range, "data.batchSize"),
  };
}

/** The training master that a Spark network is given. */
function masterOf(trainer: MadeObject, recorder: Recorder): MadeObject | undefined {
  const given = (trainer.made?.args ?? []).flatMap((argument) => objectOf(argument, recorder) ?? []);
  return given.find(({ type }) => /TrainingMaster(\.Builder)?$/.test(type));
}

/** `new ParameterAveragingTrainingMaster.Builder(workers, examplesPerDataSet)`. */
function workersIn({ type, made }: Sequence): Expression | undefined {
  return type === "ParameterAveragingTrainingMaster.Builder" && made?.args.length === 2 ? made.args[0] : undefined;
}

function numberSaid(
  key: string,
  names: RegExp,
  constructed: Expression | undefined,
  said: Sequence,
  recorder: Recorder,
): Record<string, Setting<Value>> {
  const argument = said.links.findLast(({ name }) => names.test(name))?.args[0] ?? constructed;
  if (!argument) return {};
  const at = `${address}.${key}`;
  recorder.argument(at, argument.range, argument.range);
  const read = recorder.plain(argument);
  return { [key]: settingOf(typeof read.value === "number" ? read : { value: undefined }, argument.range, at) };
}
