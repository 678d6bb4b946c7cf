const ofItsOwn = "what it computes is Java code of its own";

/** Why kinds of layers and vertices that Deeplearning4j has are not trained here. */
export const refusedKinds: Readonly<Record<string, string>> = {
  Yolo2OutputLayer: "labels that hold boxes and classes for each cell of a grid cannot be read here",
  OCNNOutputLayer: "what it sends back to the layers before it in Deeplearning4j is not the gradient of its score",
  GRU: "Deeplearning4j took it out in 0.7.0: use an LSTM",
  ImageLSTM: "Deeplearning4j took it out in 0.4.0: use an LSTM",
  RecursiveAutoEncoder: "Deeplearning4j took it out in 0.4.0: use an AutoEncoder",
  SameDiffLayer: ofItsOwn,
  SameDiffLambdaLayer: ofItsOwn,
  SameDiffOutputLayer: ofItsOwn,
  FrozenVertex: "the vertex that it freezes is not read from the text",
};

/** @param kind a class that has no math here */
export function reasonAgainst(kind: string): string {
  return refusedKinds[kind] ?? "it is no class of Deeplearning4j's own that is known here";
}
