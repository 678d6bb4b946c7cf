import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { goldenCases, networkOf } from "../runner/golden-cases.js";

describe("as many parameters are counted as Deeplearning4j has", () => {
  for (const name of ["golden", "golden-layers"] as const)
    test(`in all networks of test/${name}`, () => {
      for (const one of goldenCases(name)) {
        const arrays = one.initial.layers.flatMap((layer) =>
          Object.values(layer).flatMap((array) => (typeof array === "string" ? [] : [array])),
        );
        const count = arrays.reduce((sum, { values }) => sum + values.length, 0);
        assert.equal(networkOf(one).parameters.value, count, `${one.group}/${one.id}`);
      }
    });
});
