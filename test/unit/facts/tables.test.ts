import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { z } from "zod";
import { activations } from "../../../core/src/facts/activations.js";
import { layers, wrappers } from "../../../core/src/facts/layers.js";
import { usualRates } from "../../../core/src/facts/learning-rates.js";
import { updaters } from "../../../core/src/facts/updaters.js";
import { weightInits } from "../../../core/src/facts/weight-inits.js";

const statistics = z
  .object({ weightInit: z.array(z.object({ weightInit: z.string(), layer: z.string(), array: z.string(), std: z.number() })) })
  .parse(JSON.parse(readFileSync(new URL("../../golden/statistics-weights.json", import.meta.url), "utf8"))).weightInit;

describe("initial weights deviate as the real library's do", () => {
  const measured = statistics.filter(({ layer, array }) => layer === "dense nIn 400 nOut 300" && array === "W");
  for (const { weightInit, std } of measured) {
    // Its variance is one over the sum of an array's sizes, whatever feeds what.
    if (weightInit === "XAVIER_LEGACY") continue;
    test(weightInit, () => {
      const facts = weightInits[weightInit];
      assert.ok(facts, "it is known");
      const expected = facts.deviation?.({ in: 400, out: 300 }) ?? 0;
      assert.ok(Math.abs(std - expected) <= 0.02 * expected, `${std} against ${expected}`);
    });
  }
});

/** The formulas of the activations that can be computed from one input. */
const formulas: Readonly<Record<string, (x: number) => number>> = {
  IDENTITY: (x) => x,
  CUBE: (x) => x ** 3,
  RELU: (x) => Math.max(0, x),
  RELU6: (x) => Math.min(6, Math.max(0, x)),
  LEAKYRELU: (x) => (x > 0 ? x : 0.01 * x),
  THRESHOLDEDRELU: (x) => (x > 1 ? x : 0),
  ELU: (x) => (x > 0 ? x : Math.expm1(x)),
  SELU: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  GELU: (x) => x / (1 + Math.exp(-1.702 * x)),
  SWISH: (x) => x / (1 + Math.exp(-x)),
  MISH: (x) => x * Math.tanh(Math.log1p(Math.exp(x))),
  SOFTPLUS: (x) => Math.log1p(Math.exp(x)),
  SIGMOID: (x) => 1 / (1 + Math.exp(-x)),
  HARDSIGMOID: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
  TANH: Math.tanh,
  HARDTANH: (x) => Math.min(1, Math.max(-1, x)),
  SOFTSIGN: (x) => x / (1 + Math.abs(x)),
  RECTIFIEDTANH: (x) => Math.max(0, Math.tanh(x)),
};
const inputs = Array.from({ length: 40_001 }, (_, index) => (index - 20_000) / 1000);

describe("activations stay in their range, and come near its ends", () => {
  for (const [name, formula] of Object.entries(formulas)) {
    test(name, () => {
      const facts = activations[name];
      assert.ok(facts, "it is known");
      const outputs = inputs.map(formula);
      const [lowest, highest] = [Math.min(...outputs), Math.max(...outputs)];
      const [low, high] = facts.range;
      assert.ok(lowest >= low - 1e-4 && highest <= high + 1e-4, `${lowest} … ${highest} within ${low} … ${high}`);
      if (Number.isFinite(low)) assert.ok(lowest - low < 0.06, `${lowest} comes near ${low}`);
      if (Number.isFinite(high)) assert.ok(high - highest < 0.06, `${highest} comes near ${high}`);
      else assert.ok(highest > 19.9, "it grows on");
      assert.equal(facts.saturating ?? false, Number.isFinite(high) && !facts.rectified, "saturating means bounded above");
    });
  }
});

describe("tables agree with each other", () => {
  test("every updater with a rate has usual rates, in order", () => {
    for (const [name, { learningRate }] of Object.entries(updaters)) {
      const usual = usualRates[name];
      if (learningRate === undefined) continue;
      assert.ok(usual, name);
      assert.ok(
        usual.low < usual.from && usual.from <= usual.to && usual.to <= usual.high && usual.high < (usual.impossible ?? Infinity),
        name,
      );
    }
  });

  test("every usual rate belongs to an updater", () => {
    assert.deepEqual(
      Object.keys(usualRates).filter((name) => updaters[name] === undefined),
      [],
    );
  });

  test("wrappers have nothing of their own", () => {
    for (const name of wrappers)
      assert.deepEqual([layers[name]?.weights, layers[name]?.activation, layers[name]?.kernel], [false, false, undefined]);
  });

  test("windows have as many numbers as the kernel has dimensions", () => {
    for (const [name, { kernel, window }] of Object.entries(layers)) {
      assert.equal(window === undefined, kernel === undefined, name);
      if (window) assert.deepEqual([window.kernel?.length ?? kernel, window.stride.length], [kernel, kernel], name);
    }
  });
});
