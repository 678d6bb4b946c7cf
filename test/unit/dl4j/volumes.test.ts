import assert from "node:assert/strict";
import { test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { shapeList } from "../../../core/src/resolve/shapes.js";
import { valueOf } from "../../../core/src/model/setting.js";

const project = { version: { value: "1.0.0-M2.1", from: "build file" }, configuration: { preset: "recommended", rules: {} } } as const;
const output = "new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()";

/** What each layer gives, and the sizes of what comes into it. */
function shapesOf(input: string, ...layers: string[]) {
  const list = [...layers.map((layer) => `new ${layer}.build()`), output].map((layer) => `.layer(${layer})`).join("");
  const text = `import org.deeplearning4j.nn.conf.*;\nclass A { Object conf = new NeuralNetConfiguration.Builder().list()${list}.setInputType(InputType.${input}).build(); }`;
  const [written] = java.read(text, project).networks;
  assert.ok(written, "a network is read");
  return resolve(written).layers.map(({ outputShape, nIn }) => {
    const shape = valueOf(outputShape);
    return { gives: shape && shapeList(shape), nIn: nIn && valueOf(nIn) };
  });
}

for (const input of ["convolutional3D(8, 10, 9, 2)", "convolutional3D(Convolution3D.DataFormat.NDHWC, 8, 10, 9, 2)"])
  test(`layers on ${input} give volumes: channels, depth, height, width`, () => {
    const shapes = shapesOf(
      input,
      "Convolution3D.Builder(3, 3, 2).nOut(4)",
      "Subsampling3DLayer.Builder(PoolingType.MAX).kernelSize(2, 2, 2).stride(2, 2, 2)",
      "ZeroPadding3DLayer.Builder(1, 0, 2)",
      "Cropping3D.Builder(1, 0, 0, 1, 2, 1)",
      "Upsampling3D.Builder(2)",
      "Deconvolution3D.Builder().kernelSize(2, 2, 2).stride(2, 1, 1).nOut(3)",
      "DenseLayer.Builder().nOut(5)",
    );
    assert.deepEqual(
      shapes.map(({ gives }) => gives),
      [[4, 6, 8, 8], [4, 3, 4, 4], [4, 5, 4, 8], [4, 4, 3, 5], [4, 8, 6, 10], [3, 16, 7, 11], [5], [3]],
    );
    assert.deepEqual(
      shapes.map(({ nIn }) => nIn),
      [2, undefined, undefined, undefined, undefined, 4, 3 * 16 * 7 * 11, 5],
    );
  });

test("a window of three dimensions that does not fit gives nothing that is known", () => {
  const [first] = shapesOf("convolutional3D(2, 10, 9, 1)", "Convolution3D.Builder(3, 3, 2).nOut(4)");
  assert.equal(first?.gives, undefined);
});

test("global pooling leaves the channels of a volume", () => {
  const [, pooled] = shapesOf(
    "convolutional3D(4, 4, 4, 1)",
    "Convolution3D.Builder(2, 2, 2).nOut(6)",
    "GlobalPoolingLayer.Builder(PoolingType.AVG)",
  );
  assert.deepEqual(pooled?.gives, [6]);
});
