import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { openBackend, type Backend } from "../../../runner/src/backends/open-backend.js";
import { feasibility } from "../../../runner/src/network/feasibility.js";
import { goldenCases, networkOf } from "./golden-cases.js";
import { wasmFolder } from "./opening.js";
import { assertTrainsAlike, departing, nameOf } from "./training-alike.js";

const cases = goldenCases();

test("there are 263 cases of real training steps", () => {
  assert.equal(cases.length, 263);
});

describe("what is not trained as Deeplearning4j does it is said before the run", () => {
  for (const one of cases) {
    const name = nameOf(one);
    const { refused, departures } = feasibility(networkOf(one));
    if (refused.length > 0) test(`${name} is not refused`, () => assert.deepEqual(refused, []));
    if (departing.has(name)) test(`${name} is declared`, () => assert.notDeepEqual(departures, []));
  }
});

for (const name of ["wasm", "cpu"] as const) {
  describe(`training on ${name} gives the numbers of Deeplearning4j`, () => {
    // One for all cases: opening tries every kernel's gradient.
    let backend: Backend;
    before(async () => {
      backend = await openBackend(name, { wasmFolder });
    });
    for (const one of cases) {
      const label = nameOf(one);
      if (!departing.has(label)) test(label, () => assertTrainsAlike(one, backend));
    }
  });
}
