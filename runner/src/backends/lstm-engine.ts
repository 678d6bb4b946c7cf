import * as tf from "@tensorflow/tfjs-core";
import { programIn } from "./kernels/program.js";
import { lstmOnWasm } from "./kernels/lstm.js";
import type { LstmEngine } from "./lstm-plan.js";
import { lstmOnWebGpu } from "./webgpu/lstm-programs.js";
import { hasDevice } from "./webgpu/run-program.js";

/** How the active backend goes through a whole LSTM at once; `undefined` where it has no way of its own. */
export function lstmEngine(): LstmEngine | undefined {
  if (hasDevice()) return lstmOnWebGpu;
  const program = programIn(tf.backend());
  return program && lstmOnWasm(program);
}
