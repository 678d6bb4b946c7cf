import type { Updater as UpdaterSetting } from "../../../core/src/model/network.js";
import type { Setting } from "../../../core/src/model/setting.js";
import { knownValue, Refusal } from "../network/refusal.js";
import { adaDelta, adaGrad, adam, adaMax, amsGrad, nadam, rmsProp, type AdamCoefficients } from "./adaptive.js";
import { nesterovs, noOp, sgd } from "./plain.js";
import { scheduleOf } from "./schedules.js";
import type { Updater } from "./updater.js";

/**
 * How a layer's arrays are updated: call the result once for each array.
 * @throws Refusal for updaters that are not here, and for coefficients that are unknown
 */
export function updaterOf(setting: Setting<UpdaterSetting> | undefined, path: string): () => Updater {
  const updater = knownValue(setting, path);
  const make = makers[updater.name];
  if (!make) throw new Refusal(path, `the updater ${updater.name} cannot be computed here`);
  return make(new Coefficients(updater, path));
}

/** Reads what an updater says. */
class Coefficients {
  constructor(
    private readonly updater: UpdaterSetting,
    private readonly path: string,
  ) {}

  number(key: "beta1" | "beta2" | "epsilon" | "rho" | "rmsDecay"): number {
    return knownValue(this.updater[key], `${this.path}.${key}`);
  }

  schedule(key: "learningRate" | "momentum") {
    return scheduleOf(this.updater[key], `${this.path}.${key}`);
  }

  adam(): AdamCoefficients {
    return {
      learningRate: this.schedule("learningRate"),
      beta1: this.number("beta1"),
      beta2: this.number("beta2"),
      epsilon: this.number("epsilon"),
    };
  }
}

/** Reads all coefficients at once, so that an unknown one is found before the run. */
const makers: Readonly<Record<string, (coefficients: Coefficients) => () => Updater>> = {
  Sgd: (its) => {
    const rate = its.schedule("learningRate");
    return () => sgd(rate);
  },
  NoOp: () => () => noOp,
  Nesterovs: (its) => {
    const [rate, momentum] = [its.schedule("learningRate"), its.schedule("momentum")];
    return () => nesterovs(rate, momentum);
  },
  Adam: (its) => {
    const coefficients = its.adam();
    return () => adam(coefficients);
  },
  AMSGrad: (its) => {
    const coefficients = its.adam();
    return () => amsGrad(coefficients);
  },
  Nadam: (its) => {
    const coefficients = its.adam();
    return () => nadam(coefficients);
  },
  AdaMax: (its) => {
    const coefficients = its.adam();
    return () => adaMax(coefficients);
  },
  AdaGrad: (its) => {
    const [rate, epsilon] = [its.schedule("learningRate"), its.number("epsilon")];
    return () => adaGrad(rate, epsilon);
  },
  AdaDelta: (its) => {
    const [rho, epsilon] = [its.number("rho"), its.number("epsilon")];
    return () => adaDelta(rho, epsilon);
  },
  RmsProp: (its) => {
    const [rate, decay, epsilon] = [its.schedule("learningRate"), its.number("rmsDecay"), its.number("epsilon")];
    return () => rmsProp(rate, decay, epsilon);
  },
};
