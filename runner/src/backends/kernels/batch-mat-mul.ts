import { broadcast_util, util, type TensorInfo } from "@tensorflow/tfjs-core";
import { ownKernel, type OwnKernel } from "./own-kernel.js";
import type { Program } from "./program.js";

interface Factors {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

interface Transposes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * Products of matrices, one for each place in the dimensions before the last two. The backend's own are slow: where a factor is
 * transposed, as in every product of backpropagation, they loop over single numbers (tfjs 4.22 `BatchMatMul.cc`).
 */
export function batchMatMul(program: Program): OwnKernel {
  return ownKernel<Factors, Transposes>("BatchMatMul", ({ inputs: { a, b }, attrs: { transposeA, transposeB }, backend }) => {
    const [left, right] = [matrices(a, transposeA), matrices(b, transposeB)];
    const outer = broadcast_util.assertAndGetBroadcastShape(left.outer, right.outer);
    const { rows, columns: depth } = left;
    const output = backend.makeOutput([...outer, rows, right.columns], "float32");
    const blocks = program.room(program.bytesToMultiply());
    const [from, by, to] = [a, b, output].map((tensor) => program.addressOf(tensor)) as [number, number, number];
    const [ofLeft, ofRight] = [placesOf(left.outer, outer), placesOf(right.outer, outer)];
    for (let product = 0; product < util.sizeFromShape(outer); product++)
      program.multiply(
        ...[from + 4 * (ofLeft[product] ?? 0) * rows * depth, left.alongRows, left.alongColumns],
        ...[by + 4 * (ofRight[product] ?? 0) * depth * right.columns, right.alongRows, right.alongColumns],
        ...[to + 4 * product * rows * right.columns, right.columns, rows, right.columns, depth, 0, blocks],
      );
    return output;
  });
}

interface Matrices {
  readonly outer: number[];
  readonly rows: number;
  readonly columns: number;
  /** Numbers from one row to the next, and from one column to the next. */
  readonly alongRows: number;
  readonly alongColumns: number;
}

function matrices({ shape }: TensorInfo, isTransposed: boolean): Matrices {
  const outer = shape.slice(0, -2);
  const [rows = 1, columns = 1] = shape.slice(-2);
  if (isTransposed) return { outer, rows: columns, columns: rows, alongRows: 1, alongColumns: columns };
  return { outer, rows, columns, alongRows: columns, alongColumns: 1 };
}

/** For each matrix of the product, which one of a factor it is made of: a dimension of 1 is repeated. */
function placesOf(factor: readonly number[], product: readonly number[]): number[] {
  const missing = product.length - factor.length;
  return product.reduce<number[]>(
    (places, size, dimension) => {
      const own = dimension < missing ? 1 : (factor[dimension - missing] ?? 1);
      return places.flatMap((place) => Array.from({ length: size }, (_, index) => place * own + (own === 1 ? 0 : index)));
    },
    [0],
  );
}
