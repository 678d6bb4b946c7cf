import { scalar, type Tensor } from "@tensorflow/tfjs-core";
import { runProgram } from "./run-program.js";

const threads = 256;
/** Each thread goes on by all threads' number, so that no array is too long. */
const mostWorkgroups = 4096;

/**
 * A formula for each element in one launch.
 * @param formula WGSL, of the arrays' elements by the names in lower case, and of `factor`
 * @param arrays of one size
 * @param factor a number that changes from call to call without a program of its own
 */
export function elementwise(formula: string, arrays: Readonly<Record<string, Tensor>>, factor = 0): Tensor {
  const [first] = Object.values(arrays);
  if (!first) throw new Error("A formula of no arrays.");
  const { size, shape } = first;
  const workgroups = Math.min(mostWorkgroups, Math.ceil(size / threads));
  return runProgram(
    {
      ...{ key: `elementwise_${formula}_${size}`, threads, workgroups, shape, declarations: "" },
      body: `
        let factor = Factor[0];
        for (var at = i32(workgroupId.x) * ${threads} + i32(localIndex); at < ${size}; at += ${workgroups * threads}) {
          ${Object.keys(arrays)
            .map((name) => `let ${name.toLowerCase()} = ${name}[at];`)
            .join("\n          ")}
          result[at] = ${formula};
        }`,
    },
    { ...arrays, Factor: scalar(factor) },
  );
}
