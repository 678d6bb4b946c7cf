import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Network } from "../../../core/src/model/network.js";
import { resolve } from "../../../core/src/resolve/resolve.js";

/** What of a `.nnet` text a test says; the rest is a classifier of points. */
export interface NetworkText {
  readonly data: string;
  readonly train?: string;
  readonly input?: string;
  readonly layers?: string;
}

/** The text of a small network. */
export function textOf({ data, train = "", input = "vector(2)", layers }: NetworkText): string {
  const usual = "layer dense { nOut: 8, activation: relu }\n  layer output { nOut: 2, activation: softmax, loss: mcxent }";
  return `network points {\n  data { ${data} }\n  train { seed: 1  updater: sgd(learningRate: 0.1)  ${train} }\n  input: ${input}\n  ${layers ?? usual}\n}\n`;
}

/** The only network of a `.nnet` text. */
export function networkIn(text: string): Network {
  const { networks, problems } = nnet.read(text, { version: null, configuration: { preset: "recommended", rules: {} } });
  const [network] = networks;
  if (!network || problems.length > 0)
    throw new Error(`The test's text is wrong: ${problems.map(({ message }) => message).join("; ")}\n${text}`);
  return resolve(network);
}
