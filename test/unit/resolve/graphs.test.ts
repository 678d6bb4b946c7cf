import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Network } from "../../../core/src/model/index.js";
import { valueOf } from "../../../core/src/model/index.js";
import {
  activationName,
  classesOf,
  consumers,
  feeds,
  hiddenLayers,
  isOutput,
  isRectified,
  isRecurrent,
  layersWithWeights,
} from "../../../core/src/resolve/layers-of.js";
import { shapeList } from "../../../core/src/resolve/shapes.js";
import { fromNnet, layerAt, listOf, seen } from "./written.js";

const names = (layers: readonly { readonly name: string }[]) => layers.map(({ name }) => name);

function shapesOf({ layers }: Network): Record<string, readonly (number | null)[] | undefined> {
  return Object.fromEntries(
    layers.map(({ name, outputShape }) => {
      const shape = valueOf(outputShape);
      return [name, shape && shapeList(shape)];
    }),
  );
}

describe("graphs", () => {
  const twoInputs = fromNnet(`
    input { pixels: image(height: 8, width: 8, channels: 1)  meta: vector(10) }
    layer convolution c from pixels { nOut: 4, kernel: 3 }
    layer dense a from c { nOut: 6 }
    layer dense both from a, meta { nOut: 5, activation: relu }
    layer output out from both { nOut: 3 }`);

  test("several inputs to one layer stand as a vertex before it, with the layer's name and -merge", () => {
    assert.deepEqual(names(twoInputs.layers), ["c", "a", "both-merge", "both", "out"]);
    const [merge, both] = [layerAt(twoInputs, 2), layerAt(twoInputs, 3)];
    assert.deepEqual([merge.kind, merge.isVertex, merge.from], ["MergeVertex", true, ["a", "meta"]]);
    assert.deepEqual(both.from, ["both-merge"]);
    assert.deepEqual(seen(both.nIn), [16, "inferred"]);
    assert.deepEqual(shapesOf(twoInputs), { c: [4, 6, 6], a: [6], "both-merge": [16], both: [5], out: [3] });
  });

  test("paths follow the layers of inspect, addresses the text", () => {
    const both = layerAt(twoInputs, 3);
    assert.deepEqual([both.index, both.activation?.path, both.activation?.address], [3, "layers.3.activation", "layers.2.activation"]);
    assert.deepEqual([both.nOut?.path, both.outputShape.path], ["layers.3.nOut", "layers.3.outputShape"]);
  });

  test("layers stay in the order written where each comes after what it needs", () => {
    const network = fromNnet(`
      input { in: vector(4) }
      layer dense a from in { nOut: 5 }
      layer dense b from a { nOut: 5 }
      layer dense c from in { nOut: 5 }
      vertex elementWise(add) sum from b, c
      layer output out from sum { nOut: 3 }`);
    assert.deepEqual(names(network.layers), ["a", "b", "c", "sum", "out"]);
  });

  test("a layer that is written before what feeds it comes after it", () => {
    const network = fromNnet(`
      input { in: vector(4) }
      layer output out from b { nOut: 3 }
      layer dense b from a { nOut: 6 }
      layer dense a from in { nOut: 5 }`);
    assert.deepEqual(names(network.layers), ["a", "b", "out"]);
    assert.deepEqual(seen(layerAt(network, 2).nIn), [6, "inferred"]);
    assert.deepEqual([layerAt(network, 0).nOut?.path, layerAt(network, 0).nOut?.address], ["layers.0.nOut", "layers.2.nOut"]);
  });

  test("what vertices give", () => {
    const network = fromNnet(`
      input { in: vector(6)  series: sequence(features: 3, length: 10) }
      vertex subset(1, 4) part from in
      vertex scale(2.5) scaled from part
      vertex l2Normalize unit from scaled
      vertex lastTimeStep(series) last from series
      vertex duplicateToTimeSeries(series) again from last
      vertex merge joined from series, again
      vertex stack stacked from part, unit
      vertex unstack(0, 2) first from stacked
      vertex reshape(2, 2, 1) square from first
      vertex preprocess(cnnToFeedForward) row from square
      layer output a from row { nOut: 2 }
      layer rnnOutput b from joined { nOut: 2 }`);
    assert.deepEqual(shapesOf(network), {
      ...{ part: [4], scaled: [4], unit: [4], last: [3], again: [3, 10], joined: [6, 10], stacked: [4], first: [4] },
      ...{ square: [2, 2, 1], row: [4], a: [2], b: [2, 10] },
    });
    assert.deepEqual(network.outputs, ["a", "b"]);
  });

  test("images of unequal size do not merge", () => {
    const network = fromNnet(`
      input { a: image(height: 8, width: 8, channels: 1)  b: image(height: 9, width: 8, channels: 1) }
      vertex merge m from a, b
      layer convolution c from m { nOut: 2 }
      layer output out from c { nOut: 2 }`);
    assert.deepEqual(shapesOf(network), { m: undefined, c: undefined, out: [2] });
  });

  test("a cycle is passed over: its sizes are unknown, and nothing hangs", () => {
    const network = fromNnet(`
      input { in: vector(4) }
      layer dense a from b { nOut: 5 }
      layer dense b from a { nOut: 6 }
      layer output out from in { nOut: 3 }`);
    assert.deepEqual(names(network.layers), ["out", "a", "b"]);
    assert.deepEqual(seen(layerAt(network, 1).nIn), ["unknown"]);
  });

  test("ten thousand layers are resolved", () => {
    const content = `input: vector(4)\n${"layer dense { nOut: 4 }\n".repeat(10_000)}layer output { nOut: 2 }`;
    assert.deepEqual(seen(fromNnet(content).parameters), [10_000 * 20 + 10, "inferred"]);
  });
});

describe("questions about layers", () => {
  const network = fromNnet(`
    defaults { activation: leakyRelu(0.2) }
    input { in: sequence(features: 3, length: 10) }
    layer bidirectional(lstm) r from in { nOut: 4, activation: tanh }
    layer globalPooling p from r { pooling: max }
    layer dense d from p { nOut: 5 }
    layer frozen(dense) f from p { nOut: 5 }
    vertex elementWise(add) sum from d, f
    layer output out from sum { nOut: 3 }`);
  const named = (name: string) => layerAt(network, names(network.layers).indexOf(name));

  test("which have weights, which are hidden, which are outputs", () => {
    assert.deepEqual(names(layersWithWeights(network)), ["r", "d", "f", "out"]);
    assert.deepEqual(names(hiddenLayers(network)), ["r", "d", "f"]);
    assert.deepEqual(names(network.layers.filter(isOutput)), ["out"]);
    assert.deepEqual(names(network.layers.filter(isRecurrent)), ["r"]);
  });

  test("who feeds whom", () => {
    assert.deepEqual(names(feeds(network, named("sum"))), ["d", "f"]);
    assert.deepEqual(names(feeds(network, named("r"))), []);
    assert.deepEqual(names(consumers(network, named("p"))), ["d", "f"]);
  });

  test("activations", () => {
    assert.equal(activationName(named("d").activation), "LEAKYRELU");
    assert.equal(activationName(named("p").activation), undefined);
    assert.ok(isRectified(named("d")) && isRectified(named("f")));
    assert.ok(!isRectified(named("r")) && !isRectified(named("out")));
  });

  test("classes: the output's units, two for a single one, unknown for several outputs", () => {
    assert.equal(classesOf(network), 3);
    assert.equal(classesOf(fromNnet("input: vector(2)\nlayer output { nOut: 1, activation: sigmoid, loss: xent }")), 2);
    assert.equal(classesOf(listOf("1.0.0-M2.1", "", "OutputLayer.Builder().nIn(2).nOut(n())")), undefined);
    assert.equal(
      classesOf(fromNnet("input { in: vector(2) }\nlayer output a from in { nOut: 2 }\nlayer output b from in { nOut: 2 }")),
      undefined,
    );
  });
});
