import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { z } from "zod";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { bareProject } from "./project.js";

const goldenFile = z.object({ cases: z.array(z.object({ id: z.string(), nnet: z.string().optional() })).default([]) });

const folder = new URL("../../golden/", import.meta.url);

const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => goldenFile.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))).cases)
  .filter((one) => one.nnet !== undefined);

describe("configs that Deeplearning4j itself has trained", () => {
  test("there are 263 of them", () => {
    assert.equal(cases.length, 263);
  });

  for (const { id, nnet: text = "" } of cases) {
    test(`${id} is read without a problem`, () => {
      const file = nnet.read(text, bareProject);
      assert.deepEqual(file.problems, []);
      assert.equal(file.networks.length, 1);
      assert.equal(file.networks[0]?.layers.length, text.match(/^\s*(?:layer|vertex)\b/gmu)?.length);
      assert.ok(!JSON.stringify(file.networks).includes('"unknown"'), "every value is known");
    });
  }
});
