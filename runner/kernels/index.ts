// What WebAssembly computes beside the kernels of tfjs-backend-wasm, in that backend's own memory. All numbers are 32-bit floats.
export { bytesToConvolve, convolve, convolveToFilter, convolveToInput } from "./convolve";
export { bytesForLstm, lstm, lstmToSums } from "./lstm";
export { bytesToMultiply, multiply } from "./multiply";
export { maxPoolToInput } from "./pool";
export { slice } from "./slice";
export { sumRows } from "./sum";
export { correct, decay, decaySquare } from "./updaters";
