import path from "node:path";
import { z } from "zod";
import { answerOf } from "../trial.js";

/** What a library turned out to be. */
const probed = z.object({ version: z.string(), gpu: z.boolean() });
export type Probed = z.infer<typeof probed>;

/** TensorFlow is silent about what it loads, and does not divide small products among threads, which costs more than it gains. */
export const quietly = { TF_CPP_MIN_LOG_LEVEL: "2", TF_NUM_INTRAOP_THREADS: "1", TF_NUM_INTEROP_THREADS: "1" } as const;

/**
 * Loads an installed library in a process of its own and has it compute a gradient with a known answer.
 * @throws BackendError saying why it cannot be used
 */
export function probe(folder: string, seconds?: number): Probed {
  return answerOf({
    name: "probe",
    library: path.join(folder, "lib/tensorflow/libtensorflow_cc.so.2"),
    args: [path.join(folder, "probe.cjs")],
    answer: probed,
    env: quietly,
    ...(seconds === undefined ? {} : { seconds }),
  });
}
