import type { Setting } from "../../../model/setting.js";
import type { Call, Value } from "../../../model/value.js";
import { isCall } from "../../../model/value.js";
import { hasHappened } from "../program/path.js";
import type { Recorder } from "../values/recorder.js";
import { settingOf } from "../values/recorder.js";
import type { TestData } from "./find-test.js";
import type { Deed } from "./objects.js";
import { deedsOn, isSameObject } from "./objects.js";
import type { Provenance } from "./provenance.js";
import type { Scalers, ScalerUse } from "./scalers.js";
import { scalingOf } from "./scalers.js";
import { isUntouched } from "./untouched.js";

type Settings = Record<string, Setting<Value>>;

/** How the data of a network is scaled. */
interface Scaling {
  readonly setting: Setting<Value>;
  readonly use: ScalerUse | undefined;
}

/** Reads how training and test data are scaled: `normalize`, `normalizeLabels`, `testNormalize`. */
export function readScaling(
  train: Provenance,
  fitted: Deed,
  test: TestData | undefined,
  readers: { readonly train: readonly string[]; readonly test: readonly string[] | undefined },
  scalers: Scalers,
  recorder: Recorder,
): Settings {
  const scaling = scalingFor(train, fitted, readers.train.length > 0, scalers, recorder);
  return {
    normalize: withFit(scaling, train, test, scalers),
    ...labelScaling(scaling, recorder),
    ...(test && testScaling(test, scaling, readers.test, scalers, recorder)),
  };
}

function unknownAt({ chain }: Provenance, address: string): Setting<Value> {
  return settingOf({ value: undefined }, chain.at(-1)?.typeRange ?? { start: 0, end: 0 }, address);
}

/** What the whole file says, and no text in particular. */
function notScaled(address: string): Setting<Value> {
  return { value: { name: "none", args: {} }, origin: "explicit", range: null, path: address, address };
}

function scalingFor(data: Provenance, fitted: Deed, isOfReader: boolean, scalers: Scalers, recorder: Recorder): Scaling {
  const address = "data.normalize";
  const said = usesOn(data, scalers)
    .map((use) => ({ use, has: whenFitted(use, fitted) }))
    .filter(({ has }) => has !== "never");
  const [only] = said;
  if (only && (only.has === "perhaps" || said.some(({ use }) => !isSameScaler(use, only.use))))
    return { setting: unknownAt(data, address), use: undefined };
  if (only) return { setting: scalingOf(only.use, address, recorder), use: only.use };
  // a parameter may be this very data
  const isElsewhere = scalers.uses.some(({ target }) => target.isFromElsewhere === true);
  const couldScale = isElsewhere || scalers.isUnclear || !isOfReader || !isUntouched(data, recorder);
  return { setting: couldScale ? unknownAt(data, address) : notScaled(address), use: undefined };
}

/** Whether the data was scaled when the network is trained. What another method does has happened before, or nobody would call it. */
function whenFitted({ deed, target }: ScalerUse, fitted: Deed): ReturnType<typeof hasHappened> {
  if (deed.run !== fitted.run) return deed.order < 0 ? "perhaps" : hasHappened(deed.path, null, target.born);
  return deed.order > fitted.order ? "never" : hasHappened(deed.path, fitted.path, target.born);
}

function usesOn({ chain }: Provenance, { uses }: Scalers): readonly ScalerUse[] {
  return uses.filter(({ target }) => chain.some((one) => isSameObject(one, target)));
}

function isSameScaler({ scaler: one }: ScalerUse, { scaler: other }: ScalerUse): boolean {
  return one === other || (one !== undefined && other !== undefined && isSameObject(one, other));
}

/** `fitLabel(true)`: the targets of a regression are scaled too. */
function labelScaling({ setting, use }: Scaling, recorder: Recorder): Settings {
  const address = "data.normalizeLabels";
  const call = use?.scaler && deedsOn(use.scaler, recorder).find((one) => one.call.kind === "invoke" && one.call.name === "fitLabel")?.call;
  if (!use || call?.kind !== "invoke" || !call.args[0]) return {};
  const { value } = recorder.plain(call.args[0]);
  if (value === false) return {};
  const scaled = value === true && isCall(setting.value);
  return { normalizeLabels: scaled ? scalingOf(use, address, recorder) : settingOf({ value: undefined }, call.args[0].range, address) };
}

/** Written only where the test data is not scaled by the training data's own scaler. */
function testScaling(
  test: TestData,
  scaling: Scaling,
  readers: readonly string[] | undefined,
  scalers: Scalers,
  recorder: Recorder,
): Settings {
  const address = "data.testNormalize";
  const [use, ...others] = usesOn(test, scalers);
  if (use) {
    if (scaling.use && use.scaler && isSameScaler(use, scaling.use)) return {};
    const isKnown = others.every((other) => isSameScaler(other, use)) && scaling.setting.origin !== "unknown";
    return { testNormalize: isKnown ? scalingOf(use, address, recorder) : unknownAt(test, address) };
  }
  if (scaling.use === undefined) return {};
  const isClear = !scalers.isUnclear && readers?.length !== 0 && isUntouched(test, recorder);
  return { testNormalize: isClear ? notScaled(address) : unknownAt(test, address) };
}

/** Adds what the scaler was fitted on: `train`, `test`, or `all` the data before it is split. */
function withFit({ setting, use }: Scaling, train: Provenance, test: TestData | undefined, scalers: Scalers): Setting<Value> {
  const fits = use?.scaler ? scalers.fits.filter((fit) => isSameScaler(fit, use)) : [];
  const [fit] = fits;
  if (!fit || fit.deed.call.kind !== "invoke" || !isCall(setting.value)) return setting;
  const [on] = fit.deed.call.args;
  if (!on || fits.length > 1) return setting;
  const fittedOn = settingOf({ value: fittedData(fit, train, test) }, on.range, `${setting.address}.fittedOn`);
  const value: Call = { ...setting.value, args: { ...setting.value.args, fittedOn } };
  return { ...setting, origin: "explicit", value };
}

function fittedData({ target }: ScalerUse, train: Provenance, test: TestData | undefined): string | undefined {
  const isIn = (data: Provenance | undefined) => data?.chain.some((one) => isSameObject(one, target)) === true;
  if (isIn(train) && isIn(test) && train.calls.length > 0) return "all";
  if (isIn(train)) return "train";
  return isIn(test) ? "test" : undefined;
}
