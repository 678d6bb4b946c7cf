import * as tf from "@tensorflow/tfjs-core";
import type { LayerKind } from "../layer-math.js";
import { backwards, ofDirection } from "./directions.js";
import { gravesLstm } from "./lstm.js";

const directions = ["F", "B"] as const;

/**
 * `GravesBidirectionalLSTM`: the sum of two GravesLSTM, one of which goes through the series backwards; arrays `WF, RWF, bF` and
 * `WB, RWB, bB`. Masked steps leave no state behind in either.
 */
export const gravesBidirectionalLstm: LayerKind = (layer, network) => {
  const one = gravesLstm(layer, network);
  return {
    arrays: one.arrays.flatMap((spec) => directions.map((direction) => ({ ...spec, name: spec.name + direction }))),
    forward: ([input], arrays, pass) => {
      const each = { ...pass, state: undefined, clearsMasked: true };
      const of = (direction: string) => ofDirection(one, arrays, (name) => name + direction);
      const onwards = one.forward([input], of("F"), each);
      const back = backwards(one.forward([backwards(input)], of("B"), each));
      return { ...onwards, tensor: tf.add(onwards.tensor, back.tensor) };
    },
  };
};
