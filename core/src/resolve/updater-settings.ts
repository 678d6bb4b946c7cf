import { isCall, type Arguments, type Call, type Value } from "../model/value.js";
import { isKnown, type Setting } from "../model/setting.js";
import type { Rate, Updater } from "../model/network.js";
import { atLeast, isOldApi } from "../facts/versions.js";
import { oldDefaultRate, separateCalls, updaters, type UpdaterFacts } from "../facts/updaters.js";
import { byDefault, inherit, unknownAt } from "./make-setting.js";

type Coefficient = keyof UpdaterFacts;
const coefficients = Object.keys(separateCalls) as readonly Coefficient[];

/** What decides an updater: the scope's own text, and the scope around it. */
export interface UpdaterScope {
  /** `train`, or `layers.1`. */
  readonly base: string;
  readonly own: Arguments;
  /** The run's settings, for a layer. */
  readonly outer?: Arguments;
  readonly version: string;
}

/**
 * The updater in force in a scope. Up to 0.9.1 the separate calls (`learningRate`, `momentum`, …) count and the rate inside
 * an updater object is overwritten by `learningRate`, which is 0.1 where nobody wrote it (`BaseNetConfigDeserializer`, `LayerValidation` 0.9.1).
 */
export function resolveUpdater(scope: UpdaterScope, key: "updater" | "biasUpdater" = "updater"): Setting<Updater> {
  const { base, own, outer, version } = scope;
  const path = `${base}.${key}`;
  const written = own[key] ?? outer?.[key];
  if (written?.origin === "unknown") return { ...written, path };
  const call = asCall(written?.value);
  const name = call?.name ?? defaultUpdater(version);
  const facts = updaters[name];
  if (!facts) return { ...unknownAt(path), range: written?.range ?? null, address: written?.address ?? path };
  const inside = (coefficient: Coefficient) => {
    const said = call?.args[coefficient];
    return said && own[key] === undefined ? inherit(said, said.path) : said;
  };
  const parts = coefficients.flatMap((coefficient) => {
    const part = coefficientOf(coefficient, facts, inside(coefficient), `${path}.${coefficient}`, scope, written?.address ?? path);
    return part ? [[coefficient, part] as const] : [];
  });
  const value: Updater = { name, ...Object.fromEntries(parts) };
  if (!written) return byDefault(value, path);
  const setting = { ...written, value, path };
  return own[key] === undefined ? { ...setting, origin: "inherited" } : setting;
}

/** Per layer up to 0.4-rc3.4: AdaGrad; later the run's: Sgd. */
function defaultUpdater(version: string): string {
  return atLeast(version, "0.4-rc3.8") ? "Sgd" : "AdaGrad";
}

function asCall(value: Value | null | undefined): Call | undefined {
  if (typeof value === "string") return { name: value, args: {} };
  return isCall(value) ? value : undefined;
}

function coefficientOf(
  coefficient: Coefficient,
  facts: UpdaterFacts,
  inside: Setting<Value> | undefined,
  path: string,
  { own, outer, version }: UpdaterScope,
  updaterAddress: string,
): Setting<Rate> | undefined {
  const separateCall = separateCalls[coefficient];
  const around = outer?.[separateCall];
  const separate = own[separateCall] ?? (around && inherit(around, path));
  const usual = facts[coefficient] === undefined ? undefined : usualCoefficient(coefficient, facts, version);
  if (usual === undefined) return inside && asRate(inside, path);
  if (isOldApi(version)) {
    if (separate) return asRate(separate, path);
    if (inside && coefficient !== "learningRate") return asRate(inside, path);
    return byDefault(usual, path, coefficient === "learningRate" ? "train.learningRate" : `${updaterAddress}.${coefficient}`);
  }
  // where code that is not seen may have called anything, the call that is gone is not among it
  const said = inside ?? (separate?.origin === "unknown" && separate.range === null ? undefined : separate);
  return said ? asRate(said, path) : byDefault(usual, path, `${updaterAddress}.${coefficient}`);
}

/** The value where none is written; up to 0.9.1 every rate is 0.1, and before 0.4.0 a momentum 0.5. */
function usualCoefficient(coefficient: Coefficient, facts: UpdaterFacts, version: string): number | undefined {
  if (coefficient === "learningRate" && isOldApi(version)) return oldDefaultRate;
  return coefficient === "momentum" && !atLeast(version, "0.4.0") ? 0.5 : facts[coefficient];
}

/** A number, or a schedule, which counts iterations unless it says epochs. */
function asRate(setting: Setting<Value>, path: string): Setting<Rate> {
  if (setting.origin === "unknown") return { ...setting, path };
  const { value } = setting;
  if (typeof value === "number") return { ...setting, value, path };
  if (!isCall(value)) return { origin: "unknown", value: null, range: setting.range, path, address: setting.address };
  const per = byDefault<Value>("iteration", `${path}.per`, `${setting.address}.per`);
  return { ...setting, value: { ...value, args: { per, ...value.args } }, path };
}

/** True when a layer says something about its updater itself. */
export function hasOwnUpdater(own: Arguments): boolean {
  return own.updater !== undefined || coefficients.some((coefficient) => own[separateCalls[coefficient]] !== undefined);
}

/** The run's updater as a layer without one of its own has it. */
export function inheritUpdater(outer: Setting<Updater>, path: string): Setting<Updater> {
  const setting = inherit(outer, path);
  if (!isKnown(setting)) return setting;
  const { name, ...parts } = setting.value;
  const moved = Object.entries(parts).map(([key, part]) => [key, inherit<Rate>(part, `${path}.${key}`)] as const);
  return { ...setting, value: { name, ...Object.fromEntries(moved) } };
}
