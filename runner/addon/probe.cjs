// Tries the backend in a process of its own, which a broken library may take with it: prints what it is as JSON, or fails.
const { tf, version } = require("./index.cjs");

async function probe() {
  if (!(await tf.setBackend("tensorflow"))) throw new Error("TensorFlow.js cannot start it");
  // The filter's gradient of a convolution with an answer that is known: the sums of the four windows of 2 × 2.
  const image = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
  const inputs = { x: image, dy: tf.ones([1, 2, 2, 1]) };
  const attributes = { strides: [1, 1], pad: "valid", dataFormat: "NHWC", dimRoundingMode: undefined, filterShape: [2, 2, 1, 1] };
  const gradient = Array.from(await tf.engine().runKernel("Conv2DBackpropFilter", inputs, attributes).data());
  if (gradient.join() !== "12,16,24,28") throw new Error(`it computes a gradient wrongly: ${gradient.join()}`);
  process.stdout.write(`${JSON.stringify({ version, gpu: tf.backend().isUsingGpuDevice === true })}\n`);
}

probe().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
