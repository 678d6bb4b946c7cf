import type { Range } from "../../../model/range.js";
import type { Setting } from "../../../model/setting.js";
import type { Value } from "../../../model/value.js";
import { lookUp } from "../calls/meaning.js";
import type { Expression } from "../program/expression.js";
import type { Sequence } from "../program/sequence.js";
import { forEachPart } from "../program/sequence.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import { provenanceOf } from "./provenance.js";

const address = "train.earlyStopping";

/** Termination conditions of `org.deeplearning4j.earlystopping.termination` and what their arguments set. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  MaxEpochsTerminationCondition: ["maxEpochs"],
  ScoreImprovementEpochTerminationCondition: ["patience", "minImprovement"],
  MaxTimeIterationTerminationCondition: ["maxMinutes"],
};

/** The early stopping of a file's trainer. */
export interface EarlyStopping {
  readonly setting: Setting<Value>;
  /** What the trainer trains on. */
  readonly trainingData: Expression | undefined;
}

/** Reads `EarlyStoppingConfiguration.Builder` and the trainer; `undefined` when there is none, unknown when there are several. */
export function readEarlyStopping(recorder: Recorder): EarlyStopping | undefined {
  const configurations = new Map<number, Sequence>();
  let trainingData: Expression | undefined;
  for (const statement of recorder.scope.program.statements) {
    forEachPart(statement.expression, (part) => {
      const sequence = part.kind === "invoke" ? recorder.sequences.of(part) : undefined;
      const known = sequence && configurations.get(sequence.typeRange.start);
      if (sequence?.type === "EarlyStoppingConfiguration.Builder" && sequence.links.length >= (known?.links.length ?? 0))
        configurations.set(sequence.typeRange.start, sequence);
      if (part.kind === "construct" && /^EarlyStopping\w*Trainer$/.test(part.type)) trainingData = part.args[2];
    });
  }
  const [configuration] = configurations.values();
  if (!configuration) return undefined;
  const value = configurations.size === 1 ? read(configuration, trainingData, recorder) : undefined;
  return { setting: settingOf({ value }, configuration.typeRange, address), trainingData };
}

function read(configuration: Sequence, trainingData: Expression | undefined, recorder: Recorder): Value {
  const args: Record<string, Setting<Value>> = {};
  for (const link of configuration.links) {
    // Conditions that set none of these arguments end a training too.
    if (/TerminationConditions$/.test(link.name)) args.conditions = settingOf({ value: true }, link.nameRange, `${address}.conditions`);
    for (const argument of link.args) {
      if (/TerminationConditions$/.test(link.name)) Object.assign(args, readCondition(argument, recorder));
      if (link.name === "scoreCalculator") args.score = scoreOf(argument, trainingData, recorder);
    }
  }
  return { name: "earlyStopping", args };
}

function readCondition(expression: Expression, recorder: Recorder): Record<string, Setting<Value>> {
  const sequence = recorder.sequences.of(expression);
  const parameters = sequence && lookUp(conditions, sequence.type);
  const given = sequence?.made?.args ?? [];
  if (!sequence || !parameters) return {};
  const settings: Record<string, Setting<Value>> = {};
  parameters.forEach((parameter, index) => {
    const argument = given[index];
    if (!argument) return;
    const at = `${address}.${parameter}`;
    recorder.argument(at, argument.range, sequence.typeRange);
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
  const sequence = recorder.sequences.of(calculator);
  const [data] = sequence?.made?.args ?? [];
  const range: Range = sequence?.typeRange ?? calculator.range;
  if (!data || !/^DataSetLossCalculator(CG)?$/.test(sequence?.type ?? "")) return settingOf({ value: undefined }, range, at);
  const scored = provenanceOf(data, recorder);
  const trained = trainingData && provenanceOf(trainingData, recorder);
  if (!scored.source || !trained?.source) return settingOf({ value: undefined }, data.range, at);
  const isSame = scored.source.range.start === trained.source.range.start && scored.calls.length === 0 && trained.calls.length === 0;
  return settingOf({ value: isSame ? "trainLoss" : "testLoss" }, data.range, at);
}
