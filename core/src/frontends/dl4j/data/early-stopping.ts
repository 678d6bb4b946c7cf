import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import type { Expression } from "../program/expression.js";
import type { MadeObject } from "../program/made-object.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { objectOf, wholeOf } from "./objects.js";
import { isSameData, provenanceOf } from "./provenance.js";
import type { Fit } from "./training.js";
import { earlyStoppingTrainer } from "./training.js";

const address = "train.earlyStopping";

/** Termination conditions of `org.deeplearning4j.earlystopping.termination` and what their arguments set. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  MaxEpochsTerminationCondition: ["maxEpochs"],
  ScoreImprovementEpochTerminationCondition: ["patience", "minImprovement"],
  MaxTimeIterationTerminationCondition: ["maxMinutes"],
};

/** Reads the `EarlyStoppingConfiguration.Builder` of the trainer that trains a network, else the only one of the file; unknown where there are several. */
export function readEarlyStopping(fits: readonly Fit[], isOnly: boolean, recorder: Recorder): Setting<Value> | undefined {
  const trainers = fits.flatMap(({ trainer }) => (trainer && earlyStoppingTrainer.test(trainer.type) ? [trainer] : []));
  const given = trainers.flatMap((trainer) => objectOf(trainer.made?.args[0], recorder) ?? []).filter(isConfiguration);
  const all = given.length > 0 || !isOnly ? given : recorder.sequences.objects.filter(isConfiguration);
  const byText = new Map(all.map((object) => [object.typeRange.start, object]));
  const [configuration] = byText.values();
  if (!configuration) return undefined;
  const trainer = trainers.find((one) => objectOf(one.made?.args[0], recorder) === configuration) ?? trainers[0];
  const value = byText.size === 1 ? read(configuration, trainer?.made?.args[2], recorder) : undefined;
  return settingOf({ value }, configuration.typeRange, address);
}

function isConfiguration({ type }: MadeObject): boolean {
  return type === "EarlyStoppingConfiguration.Builder";
}

function read(configuration: MadeObject, trainingData: Expression | undefined, recorder: Recorder): Value {
  const args: Record<string, Setting<Value>> = {};
  for (const link of wholeOf(configuration).links) {
    const isCondition = /TerminationConditions$/.test(link.name);
    // Conditions that set none of these arguments end a training too.
    if (isCondition) args.conditions = settingOf({ value: true }, link.nameRange, `${address}.conditions`);
    for (const argument of link.args) {
      if (isCondition) Object.assign(args, readCondition(argument, recorder));
      if (link.name === "scoreCalculator") args.score = scoreOf(argument, trainingData, recorder);
    }
  }
  return { name: "earlyStopping", args };
}

function readCondition(expression: Expression, recorder: Recorder): Record<string, Setting<Value>> {
  const condition = objectOf(expression, recorder);
  const parameters = condition && lookUp(conditions, condition.type);
  const given = condition?.made?.args ?? [];
  if (!condition || !parameters) return {};
  const settings: Record<string, Setting<Value>> = {};
  parameters.forEach((parameter, index) => {
    const argument = given[index];
    if (!argument) return;
    const at = `${address}.${parameter}`;
    recorder.argument(at, argument.range, condition.typeRange);
    const { value } = recorder.plain(argument);
    const factor = parameter === "maxMinutes" ? minutesPer(given[1]) : 1;
    settings[parameter] = settingOf(
      { value: typeof value === "number" && factor !== undefined ? value * factor : undefined },
      argument.range,
      at,
    );
  });
  return settings;
}

const unitMinutes: Readonly<Record<string, number>> = { SECONDS: 1 / 60, MINUTES: 1, HOURS: 60, DAYS: 1440 };

function minutesPer(unit: Expression | undefined): number | undefined {
  return unit?.kind === "select" || unit?.kind === "name" ? lookUp(unitMinutes, unit.name) : undefined;
}

/** `testLoss`, or `trainLoss` when the calculator is fed what is trained on. */
function scoreOf(calculator: Expression, trainingData: Expression | undefined, recorder: Recorder): Setting<Value> {
  const at = `${address}.score`;
  const made = objectOf(calculator, recorder);
  const [data] = made?.made?.args ?? [];
  if (!data || !/^DataSetLossCalculator(CG)?$/.test(made?.type ?? ""))
    return settingOf({ value: undefined }, made?.typeRange ?? calculator.range, at);
  const [scored, trained] = [provenanceOf(data, recorder), provenanceOf(trainingData, recorder)];
  // parameters that are two variables may still be one iterator
  const isClear = scored.chain[0] !== undefined && scored.chain[0] === trained.chain[0];
  if (!isClear && (!scored.source || !trained.source)) return settingOf({ value: undefined }, data.range, at);
  return settingOf({ value: isClear || isSameData(scored, trained) ? "trainLoss" : "testLoss" }, data.range, at);
}
