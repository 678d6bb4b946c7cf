import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { javaShapes } from "../../bench/java-sources.js";
import { kotlinShapes } from "../../bench/kotlin-sources.js";
import { readers, StepCounter } from "../../bench/steps.js";

/** Steps for any text of 1,000 lines: a few times what plain text of this length takes. */
const most = 6_000_000;

/** What a text four times as long may take: 4 is linear, 16 quadratic. */
const mostGrowth = 6.5;

describe("reading takes time in proportion to the length of the text", () => {
  const counter = new StepCounter();
  before(() => counter.open());
  after(() => {
    counter.close();
  });

  for (const [notation, shapes] of [
    ["java", javaShapes],
    ["kotlin", kotlinShapes],
  ] as const)
    for (const [name, textOf] of Object.entries(shapes))
      test(`${notation}: ${name}`, async () => {
        const read = readers[notation];
        // tables are made when they are first needed
        read(textOf(40));
        const short = await counter.count(() => {
          read(textOf(250));
        });
        const long = await counter.count(() => {
          read(textOf(1000));
        });
        assert.ok(long / short < mostGrowth, `${short} steps for 250 lines, ${long} for 1,000`);
        assert.ok(long < most, `${long} steps for 1,000 lines`);
      });
});
