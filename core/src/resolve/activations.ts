import { atLeast } from "../facts/versions.js";

/** What decides a layer's activation when the layer says none. */
export type ActivationSource = { readonly kind: "global" } | { readonly kind: "fixed"; readonly name: string };

const fromGlobal: ActivationSource = { kind: "global" };
const fixed = (name: string): ActivationSource => ({ kind: "fixed", name });

/** The global activation where nobody wrote one (`NeuralNetConfiguration.Builder`): also for LSTM and SimpleRnn. */
export const globalDefaultActivation = "SIGMOID";

/** Where a layer of this class takes its activation from in this version. Measured with 1.0.0-M2.1 and read from the builders before. */
export function activationSource(kind: string, version: string): ActivationSource {
  switch (kind) {
    case "OutputLayer":
    case "RnnOutputLayer":
      return atLeast(version, "1.0.0-beta3") ? fixed("SOFTMAX") : fromGlobal;
    case "CenterLossOutputLayer":
      return atLeast(version, "1.0.0-beta4") ? fixed("SOFTMAX") : fromGlobal;
    case "LossLayer":
      return atLeast(version, "0.7.2") ? fixed("IDENTITY") : fromGlobal;
    case "CnnLossLayer":
    case "OCNNOutputLayer":
      return fixed("IDENTITY");
    case "LocallyConnected1D":
    case "LocallyConnected2D":
    case "RecurrentAttentionLayer":
      return fixed("TANH");
    case "EmbeddingLayer":
    case "EmbeddingSequenceLayer":
      return atLeast(version, "1.0.0-beta7") ? fixed("IDENTITY") : fromGlobal;
    default:
      return fromGlobal;
  }
}
