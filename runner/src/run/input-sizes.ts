import { sizeOf, type Dataset } from "../data/dataset.js";
import type { InputSize } from "./history.js";

/** As many examples tell. */
const mostExamples = 1000;

/** How large the numbers are that the inputs get. */
export function inputSizesOf({ features }: Dataset): readonly InputSize[] {
  return Object.entries(features).map(([input, tensor]) => {
    const values = tensor.values.subarray(0, mostExamples * sizeOf(tensor));
    let [largest, squares] = [0, 0];
    for (const value of values) {
      largest = Math.max(largest, Math.abs(value));
      squares += value * value;
    }
    return { input, largest, usual: Math.sqrt(squares / Math.max(1, values.length)) };
  });
}
