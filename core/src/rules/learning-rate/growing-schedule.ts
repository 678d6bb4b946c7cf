import type { Network } from "../../model/network.js";
import { isCall, type Call } from "../../model/value.js";
import { isKnown, valueOf, type Known } from "../../model/setting.js";
import { defineRule, preferred, set, suggest, type Report } from "../define-rule.js";
import { updatersInForce } from "../../resolve/updaters.js";
import { isOldApi } from "../../facts/versions.js";
import { updatesInAll } from "../epochs/training-size.js";
import { rateText, roundedRate } from "./judged-rate.js";

/** A schedule that raises the learning rate, or takes it to 0 before the training is over. */
export const growingSchedule = defineRule({
  id: "learning-rate/growing-schedule",
  severity: "warning",

  check({ network, report }) {
    if (isOldApi(network.framework.version)) {
      checkPolicy(network, report);
      return;
    }
    for (const { learningRate } of updatersInForce(network)) {
      if (!isKnown(learningRate) || !isCall(learningRate.value)) continue;
      const said = judged(network, learningRate.value);
      if (said) report({ at: learningRate, ...said, fixes: exponential(network, { ...learningRate, value: learningRate.value }) });
    }
  },
});

function judged(network: Network, { name, args }: Call): Pick<Report, "message" | "detail"> | undefined {
  const [initial, power, gamma, maxIter] = [args.initialValue, args.power, args.gamma, args.maxIter].map((setting) => valueOf(setting));
  if (name === "PolySchedule" && typeof power === "number" && power > 0 && typeof maxIter === "number") {
    const start =
      typeof initial === "number"
        ? ` from ${rateText(initial)} to ${rateText(roundedRate(Number((initial * 2 ** power).toPrecision(3))))}`
        : "";
    return {
      message: `PolySchedule grows${start}, and is 0 after ${maxIter} ${stepsOf(args)}.`,
      detail:
        "Deeplearning4j computes value · (1 + i / maxIter) ^ power, with a plus where the usual formula has a minus (measured with 1.0.0-M2.1). " +
        "A rate that is too large makes a network learn very poorly; one of 0 ends the training.",
    };
  }
  if (name === "SigmoidSchedule" && typeof gamma === "number" && gamma > 0)
    return {
      message: `SigmoidSchedule grows with a gamma of ${rateText(gamma)}.`,
      detail:
        "Deeplearning4j computes value / (1 + e ^ (-gamma · (i - stepSize))), which climbs to the value (measured with 1.0.0-M2.1). Only a gamma below 0 makes it fall.",
    };
  return endsEarly(network, name, args);
}

/** A map schedule with an entry of 0 before the last update. */
function endsEarly(network: Network, name: string, args: Call["args"]): Pick<Report, "message" | "detail"> | undefined {
  if (name !== "MapSchedule") return undefined;
  const zero = Object.entries(args).find(([key, entry]) => key !== "per" && valueOf(entry) === 0);
  const length = valueOf(args.per) === "epoch" ? valueOf(network.train.epochs) : updatesInAll(network);
  if (!zero || length === undefined || Number(zero[0]) >= length || Number(zero[0]) === 0) return undefined;
  return {
    message: `The learning rate is 0 from ${unitOf(args)} ${zero[0]} on, of ${length}.`,
    detail: "With a rate of 0 no weight changes any more: the rest of the training does nothing.",
  };
}

const unitOf = (args: Call["args"]) => (valueOf(args.per) === "epoch" ? "epoch" : "iteration");
const stepsOf = (args: Call["args"]) => `${unitOf(args)}s`;

/** A schedule that falls: to a hundredth over the training, where its length is known. */
function exponential(network: Network, { value, address }: Known<Call>) {
  const initial = valueOf(value.args.initialValue);
  const per = valueOf(value.args.per);
  const length = per === "epoch" ? valueOf(network.train.epochs) : (updatesInAll(network) ?? valueOf(value.args.maxIter));
  if (typeof initial !== "number" || typeof length !== "number" || length < 2 || typeof per !== "string") return [];
  const gamma = Number((0.01 ** (1 / length)).toPrecision(5));
  const schedule = { name: "ExponentialSchedule", args: { initialValue: initial, gamma, ...(per === "epoch" && { per }) } };
  return [preferred(suggest(`Let the rate fall exponentially, by ${gamma} each ${per}`, set(address, schedule)))];
}

/** Up to 0.9.1 every policy decays the rate that was already decayed. */
function checkPolicy({ written, framework }: Network, report: (said: Report) => void): void {
  const policy = written.train.learningRatePolicy;
  if (!isKnown(policy) || typeof policy.value !== "string" || !["Step", "Exponential", "Inverse", "Sigmoid", "Poly"].includes(policy.value))
    return;
  report({
    at: policy,
    severity: "info",
    message: `The policy ${policy.value} compounds: it decays the rate that it has already decayed.`,
    detail: `In ${framework.version} the policy's factor is applied at every step to the current rate, not to the first one (measured: Step with decay 0.5 every 2 iterations gives 0.1, 0.1, 0.05, 0.025, 0.00625, …). TorchStep and Schedule do what their names say.`,
  });
}
