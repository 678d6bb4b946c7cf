// TensorFlow as a backend of TensorFlow.js: what the main file of @tensorflow/tfjs-node does, with the addon beside this file.
// Installed beside `node_modules`; requiring it registers the backend `tensorflow`.
const util = require("node:util");

// Node.js 23 took these away; tfjs-node 4.22.0 still asks for them.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
util.isArray ??= Array.isArray;

const addon = require("./tfjs_binding.node");
require("@tensorflow/tfjs-node/dist/register_all_kernels.js");
const { NodeJSKernelBackend } = require("@tensorflow/tfjs-node/dist/nodejs_kernel_backend.js");
const tf = require("@tensorflow/tfjs-core");
const { name } = require("./package.json");

const packageName = name.endsWith("gpu") ? "@tensorflow/tfjs-node-gpu" : "@tensorflow/tfjs-node";
tf.registerBackend("tensorflow", () => new NodeJSKernelBackend(addon, packageName));

module.exports = { tf, version: addon.TF_Version };
