import type { Network } from "../../model/network.js";
import { valueOf } from "../../model/setting.js";
import { atLeast } from "../../facts/versions.js";
import { isRecurrent } from "../../resolve/layers-of.js";

/** First layers from whose `nIn` Deeplearning4j infers the input type when none is written (`MultiLayerConfiguration.Builder.build`). */
const inferring: ReadonlySet<string> = new Set(["DenseLayer", "EmbeddingLayer", "OutputLayer"]);

/**
 * True where Deeplearning4j replaces a wrong written `nIn` by the inferred one without a word: from 1.0.0-M1, in a list whose input
 * type is written or can be inferred from a dense or recurrent first layer (measured with 1.0.0-M2.1; graphs keep the written value).
 * `.nnet` always takes what is written.
 */
export function replacesWrittenNIn({ notation, framework, kind, written, layers }: Network): boolean {
  if (notation === "nnet" || kind !== "layers" || !atLeast(framework.version, "1.0.0-M1")) return false;
  const switched = written.train.overrideNinUponBuild;
  if (switched !== undefined && valueOf(switched) !== true) return valueOf(switched) !== false;
  const [first] = layers;
  const typeIsWritten = written.inputs.some(({ type }) => type !== null);
  return typeIsWritten || (first !== undefined && (inferring.has(first.kind) || isRecurrent(first)));
}
