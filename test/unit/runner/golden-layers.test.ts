import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { openBackend, type Backend } from "../../../runner/src/backends/open-backend.js";
import { feasibility } from "../../../runner/src/network/feasibility.js";
import { goldenCases, networkOf } from "./golden-cases.js";

import { wasmFolder } from "./opening.js";
import { assertTrainsAlike } from "./training-alike.js";

const cases = goldenCases("golden-layers");

test("every case of layers and vertices can be trained", () => {
  assert.ok(cases.length >= 70, `${cases.length} cases`);
  for (const one of cases) assert.deepEqual(feasibility(networkOf(one)).refused, [], one.id);
});

for (const name of ["wasm", "cpu"] as const) {
  describe(`training layers of every kind on ${name} gives the numbers of Deeplearning4j`, () => {
    let backend: Backend;
    before(async () => {
      backend = await openBackend(name, { wasmFolder });
    });
    for (const one of cases) test(`${one.group}/${one.id}`, () => assertTrainsAlike(one, backend));
  });
}
