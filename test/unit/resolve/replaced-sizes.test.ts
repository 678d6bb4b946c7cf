// A written nIn that the library replaces: what is shown is the size that the weights have.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { networkTable } from "../../../cli/src/reporters/network-table.js";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { LineIndex } from "../../../core/src/model/lines.js";
import { inspectNetwork } from "../../../core/src/resolve/inspect.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { projectWith } from "../dl4j/reading.js";

const inList = (first: string, inputType = "") => `import org.deeplearning4j.nn.conf.*;
import org.deeplearning4j.nn.conf.layers.*;
class Net {
    MultiLayerConfiguration conf() {
        return new NeuralNetConfiguration.Builder().list()
            .layer(${first})
            .layer(new OutputLayer.Builder().nOut(2).build())
            ${inputType}.build();
    }
}`;
const dense = "new DenseLayer.Builder().nIn(9).nOut(3).build()";
const embedding = "new EmbeddingLayer.Builder().nIn(500).nOut(8).build()";
const typed = (size: number) => `.setInputType(InputType.feedForward(${size}))`;

/** `nIn`, where it comes from, and the parameters of the first layer; its row in the table. */
function shown(text: string, version = "1.0.0-M2.1") {
  const [written] = java.read(text, projectWith(version)).networks;
  assert.ok(written);
  const network = resolve(written);
  const lines = new LineIndex(text);
  const { layers } = inspectNetwork(network, (range) => lines.lineRange(range)) as {
    layers: readonly { nIn: { value: unknown; origin: unknown }; parameters: { value: unknown } }[];
  };
  const [first] = layers;
  const row = networkTable(network).split("\n")[2]?.trim().split(/\s+/) ?? [];
  return { nIn: [first?.nIn.value, first?.nIn.origin], parameters: first?.parameters.value, inTable: row[2] };
}

describe("a written nIn behind an input type", () => {
  test("gives way from 1.0.0-M1 on", () => {
    assert.deepEqual(shown(inList(dense, typed(4))), { nIn: [4, "inferred"], parameters: 15, inTable: "4" });
    assert.deepEqual(shown(inList(dense, typed(4)), "1.0.0-beta7"), { nIn: [9, "explicit"], parameters: 30, inTable: "9" });
  });

  test("stays where it is what comes in, and where no input type is written", () => {
    assert.deepEqual(shown(inList(dense, typed(9))), { nIn: [9, "explicit"], parameters: 30, inTable: "9" });
    assert.deepEqual(shown(inList(dense)), { nIn: [9, "explicit"], parameters: 30, inTable: "9" });
  });

  test("of an embedding too, whose vocabulary is lost", () => {
    assert.deepEqual(shown(inList(embedding, typed(1))), { nIn: [1, "inferred"], parameters: 8, inTable: "1" });
    assert.deepEqual(shown(inList(embedding)), { nIn: [500, "explicit"], parameters: 4000, inTable: "500" });
  });
});
