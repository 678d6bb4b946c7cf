// Numbers of single precision: people read what they wrote, programs what the library calculates with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shortestFloat } from "../../../core/src/frontends/dl4j/values/single-precision.js";
import { java, kotlin } from "../../../core/src/frontends/dl4j/index.js";
import { isCall } from "../../../core/src/model/index.js";
import { projectWith } from "./reading.js";

test("the shortest decimal of a float; doubles stay as they are", () => {
  assert.deepEqual(
    [0.1, 0.3, 1e-3, 1.17549435e-38].map((value) => shortestFloat(Math.fround(value))),
    [0.1, 0.3, 1e-3, 1.1754944e-38],
  );
  assert.deepEqual([0.1, 0.3, 1 / 3, 0, 8, -2.5].map(shortestFloat), [0.1, 0.3, 1 / 3, 0, 8, -2.5]);
});

for (const [name, frontEnd, made] of [
  ["Java", java, "new NeuralNetConfiguration.Builder().l2(0.1f).updater(new Sgd(0.1f))"],
  ["Kotlin", kotlin, "NeuralNetConfiguration.Builder().l2(0.1f).updater(Sgd(0.1f))"],
] as const)
  test(`a rate of 0.1f in ${name} is 0.1, so that no rule takes it for more`, () => {
    const method = frontEnd === java ? "class Net { Object f() { return" : "class Net { fun f(): Any { return";
    const text = `import org.deeplearning4j.nn.conf.*\n;${method} ${made}.list().build(); } }`;
    const [network] = frontEnd.read(text, projectWith("1.0.0-M2.1")).networks;
    const { l2, updater } = network?.train ?? {};
    const rate = isCall(updater?.value) ? updater.value.args.learningRate : undefined;
    for (const setting of [l2, rate]) assert.deepEqual([setting?.value, setting?.exact], [0.1, Math.fround(0.1)]);
  });
