/** What V8, WebAssembly's loader and TensorFlow.js say when memory runs out. */
const outOfMemory =
  /allocation failed|invalid (typed )?array (buffer )?length|out of memory|enlarge memory|could not allocate|cannot grow|memory access out of bounds|bad_alloc/iu;

/** What to say of an error that nobody expected, and what to do. */
export function faultOf(error: unknown): { readonly message: string; readonly hint: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (outOfMemory.test(message))
    return {
      message: `The memory does not suffice for this run: ${message}`,
      hint: "Train with a smaller --batch-size, on less data or a smaller network.",
    };
  return { message: `The run failed: ${message}`, hint: "This is a fault of nnlint's own: report it with the config that was trained." };
}
