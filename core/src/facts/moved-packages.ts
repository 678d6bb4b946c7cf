/**
 * Packages that were renamed, and the last release that has them: what a file imports tells as much as what it calls.
 * Seen in the published jars of deeplearning4j-nn, nd4j-api, nd4j-common and deeplearning4j-ui-model, 0.7.2 to 1.0.0-M2.1.
 */
const lastReleases: readonly (readonly [prefix: string, last: string])[] = [
  ["org.deeplearning4j.berkeley.", "0.8.0"],
  ["org.deeplearning4j.nn.conf.layers.setup.ConvolutionLayerSetup", "0.8.0"],
  ["org.nd4j.linalg.io.", "1.0.0-beta6"],
  ["org.nd4j.linalg.primitives.", "1.0.0-beta6"],
  ["org.nd4j.linalg.function.", "1.0.0-beta6"],
  ["org.nd4j.linalg.collection.", "1.0.0-beta6"],
  ["org.nd4j.linalg.util.ArrayUtil", "1.0.0-beta6"],
  ["org.nd4j.base.", "1.0.0-beta6"],
  ["org.deeplearning4j.api.storage.", "1.0.0-beta6"],
  ["org.deeplearning4j.ui.stats.", "1.0.0-beta6"],
  ["org.deeplearning4j.ui.storage.", "1.0.0-beta6"],
];

/** The last release that has the package of a class; `undefined` where it is not known to be gone. */
export function lastReleaseOfPackage(className: string): string | undefined {
  return lastReleases.find(([prefix]) => className.startsWith(prefix))?.[1];
}
