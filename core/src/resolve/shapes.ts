import type { Shape } from "../model/network.js";

/** Number of values in one example (one step, for series). */
export function sizeOf(shape: Shape): number {
  if (shape.kind === "feedForward" || shape.kind === "recurrent") return shape.size;
  return shape.channels * shape.height * shape.width * (shape.kind === "convolutional3D" ? shape.depth : 1);
}

/** What Deeplearning4j calls `nIn` for a layer that gets this: features, or channels of an image or volume. */
export function nInOf(shape: Shape): number {
  return shape.kind === "convolutional" || shape.kind === "convolutional3D" ? shape.channels : sizeOf(shape);
}

const vector = (size: number): Shape => ({ kind: "feedForward", size });

/** How a kernel slides over one dimension. */
export interface Sliding {
  readonly kernel: number;
  readonly stride: number;
  /** Total padding of both ends. */
  readonly padding: number;
  readonly dilation: number;
  readonly mode: string;
}

/**
 * Length of a dimension after a kernel (`ConvolutionUtils.getOutputSize`).
 * @returns `undefined` when it does not fit, or in Strict mode is not an integer
 */
export function slidOver(length: number, { kernel, stride, padding, dilation, mode }: Sliding): number | undefined {
  if (stride <= 0 || kernel <= 0) return undefined;
  if (mode === "Same" || mode === "Causal") return Math.ceil(length / stride);
  const effective = kernel + (kernel - 1) * (dilation - 1);
  const steps = (length - effective + padding) / stride;
  if (steps < 0 || (mode === "Strict" && !Number.isInteger(steps))) return undefined;
  return Math.floor(steps) + 1;
}

/** Length of a dimension after a transposed convolution (`ConvolutionUtils.getDeconvolutionOutputSize`). */
export function deconvolved(length: number, { kernel, stride, padding, dilation, mode }: Sliding): number {
  if (mode === "Same") return length * stride;
  const effective = kernel + (kernel - 1) * (dilation - 1);
  return stride * (length - 1) + effective - padding;
}

/** Several inputs joined along features or channels, as a merge vertex does. */
export function merged(shapes: readonly Shape[]): Shape | undefined {
  const [first, ...rest] = shapes;
  if (!first || rest.some(({ kind }) => kind !== first.kind)) return undefined;
  if (rest.length === 0) return first;
  switch (first.kind) {
    case "feedForward":
    case "recurrent":
      return { ...first, size: shapes.reduce((sum, shape) => sum + sizeOf(shape), 0) };
    case "convolutional": {
      const images = shapes.filter((shape) => shape.kind === "convolutional");
      if (images.some(({ height, width }) => height !== first.height || width !== first.width)) return undefined;
      return { ...first, channels: images.reduce((sum, { channels }) => sum + channels, 0) };
    }
    case "convolutional3D": {
      const volumes = shapes.filter((shape) => shape.kind === "convolutional3D");
      if (volumes.some(({ depth, height, width }) => depth !== first.depth || height !== first.height || width !== first.width))
        return undefined;
      return { ...first, channels: volumes.reduce((sum, { channels }) => sum + channels, 0) };
    }
    case "convolutionalFlat":
      return vector(shapes.reduce((sum, shape) => sum + sizeOf(shape), 0));
  }
}

/** The shape as `inspect` shows it: `[n]`, `[features, steps]`, `[channels, height, width]`, `[channels, depth, height, width]`. */
export function shapeList(shape: Shape): (number | null)[] {
  switch (shape.kind) {
    case "feedForward":
      return [shape.size];
    case "recurrent":
      return [shape.size, shape.steps];
    case "convolutional":
      return [shape.channels, shape.height, shape.width];
    case "convolutional3D":
      return [shape.channels, shape.depth, shape.height, shape.width];
    case "convolutionalFlat":
      return [sizeOf(shape)];
  }
}
