import type { GuidelineSection } from "../facts/settings.js";
import type { Layer } from "../model/network.js";
import { guidelinePage } from "./pages.js";

/** How the paragraphs and items begin that a section's page has on a setting, by its key. */
export const adviceStarts: Readonly<Record<string, readonly string[]>> = {
  train: ["Training and test data"],
  test: ["Training and test data"],
  testNormalize: ["Training and test data"],
  normalize: ["Continuous values"],
  labels: ["Discrete classes"],
  categorical: ["Discrete classes"],
  weightInit: ["The weights must be neither", "`XAVIER` is usually", "For networks with rectified"],
  epochs: ["Generally you want several", "Too few epochs"],
  iterations: ["More than one iteration"],
  earlyStopping: ["Early stopping"],
  learningRate: ["Typical values", "To start"],
  batchSize: ["32 may be"],
  updater: ["A good default"],
  optimizationAlgo: ["The optimization algorithm"],
  loss: ["Classification:", "Answers of yes", "Regression:"],
  l1: ["l1 and l2"],
  l2: ["l1 and l2"],
  dropOut: ["Dropout is"],
  dropConnect: ["DropConnect is"],
  gradientNormalization: ["It can help"],
  backpropType: ["When recurrent networks"],
  encoder: ["Width."],
};

const recurrentKinds = new Set(["LSTM", "GravesLSTM", "GravesBidirectionalLSTM", "SimpleRnn"]);

/**
 * What the guideline says on a setting, as Markdown.
 * @param layers the layers that it serves: an activation is judged by them
 */
export function guidelineAdvice(
  section: GuidelineSection,
  key: string,
  layers: readonly Pick<Layer, "kind" | "loss">[],
): string | undefined {
  const starts = key === "activation" ? activationAdvice(layers) : (adviceStarts[key] ?? []);
  const blocks = (guidelinePage(section) ?? "").split(/\n{2,}|\n(?=- )/);
  const plain = (block: string) => block.replace(/^- /, "").replace(/\*\*/g, "");
  const found = starts.flatMap((start) => blocks.find((block) => plain(block).startsWith(start)) ?? []);
  return found.length === 0 ? undefined : found.map((block) => block.replace(/\s*\n\s*/g, " ")).join("\n");
}

function activationAdvice(layers: readonly Pick<Layer, "kind" | "loss">[]): readonly string[] {
  if (layers.length > 0 && layers.every(({ loss }) => loss !== undefined)) return ["The output layer", "Classification:", "Regression:"];
  return [
    ...(layers.every(({ kind }) => recurrentKinds.has(kind)) && layers.length > 0 ? [] : ["Hidden layers"]),
    ...(layers.some(({ kind }) => recurrentKinds.has(kind)) ? ["LSTM layers"] : []),
  ];
}
