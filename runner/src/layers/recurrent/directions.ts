import * as tf from "@tensorflow/tfjs-core";
import type { Activations, Arrays, LayerMath } from "../layer-math.js";

/** The series from its last step to its first; anything else stays. */
export function backwards({ kind, tensor, mask }: Activations): Activations {
  if (kind !== "series") return { kind, tensor };
  return { kind, tensor: tf.reverse(tensor, 0), ...(mask ? { mask: tf.reverse(mask, 0) } : {}) };
}

/** The arrays of one direction by the names that they have in a layer of one direction alone. */
export function ofDirection({ arrays: specs }: Pick<LayerMath, "arrays">, arrays: Arrays, named: (name: string) => string): Arrays {
  return Object.fromEntries(
    specs.flatMap(({ name }) => {
      const array = arrays[named(name)];
      return array ? [[name, array] as const] : [];
    }),
  );
}
