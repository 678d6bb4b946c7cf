import type { Call } from "../../../core/src/model/value.js";
import type { Random } from "../network/random.js";
import { knownNumber, Refusal } from "../network/refusal.js";

/**
 * A draw from `org.deeplearning4j.nn.conf.distribution`.
 * @throws Refusal for distributions that are not here
 */
export function drawFrom(distribution: Call, path: string): (random: Random) => number {
  const number = (key: string) => knownNumber(distribution, key, path);
  switch (distribution.name) {
    case "NormalDistribution":
    case "GaussianDistribution": {
      const [mean, std] = [number("mean"), number("std")];
      return (random) => mean + std * random.normal();
    }
    case "UniformDistribution": {
      const [lower, upper] = [number("lower"), number("upper")];
      return (random) => lower + (upper - lower) * random.uniform();
    }
    case "TruncatedNormalDistribution": {
      const [mean, std] = [number("mean"), number("std")];
      return (random) => mean + std * withinTwo(random);
    }
    case "LogNormalDistribution": {
      const [mean, std] = [number("mean"), number("std")];
      return (random) => Math.exp(mean + std * random.normal());
    }
    case "ConstantDistribution": {
      const value = number("value");
      return () => value;
    }
    default:
      throw new Refusal(path, `the distribution ${distribution.name} cannot be drawn here`);
  }
}

function withinTwo(random: Random): number {
  for (;;) {
    const value = random.normal();
    if (Math.abs(value) <= 2) return value;
  }
}
