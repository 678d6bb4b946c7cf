import assert from "node:assert/strict";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Layer, Network, ParsedFile, ProjectFacts, Setting } from "../../../core/src/model/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";

/** A project of which nothing is known. */
export const bareProject: ProjectFacts = { version: null, configuration: { preset: "recommended", rules: {} } };

function onlyNetwork({ networks }: ParsedFile): Network {
  const [written, another] = networks;
  assert.ok(written && !another, `${networks.length} networks are read`);
  return resolve(written);
}

/** The network that a `.nnet` text's content says. */
export function fromNnet(content: string): Network {
  const file = nnet.read(`network test {\n${content}\n}\n`, bareProject);
  assert.deepEqual(file.problems, []);
  return onlyNetwork(file);
}

/** The network of a builder chain, for a version of Deeplearning4j. */
export function fromJava(version: string, chain: string): Network {
  const text = `import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${chain};\n}\n`;
  return onlyNetwork(java.read(text, { ...bareProject, version: { value: version, from: "build file" } }));
}

/** A list of layers under global calls: `.l2(0.1)`, and each layer's builder. */
export function listOf(version: string, calls: string, ...layers: readonly string[]): Network {
  const each = layers.map((layer, index) => `\n    .layer(${index}, new ${layer}.build())`).join("");
  const list = version.startsWith("0.4-rc") || version === "0.5.0" ? `list(${layers.length})` : "list()";
  return fromJava(version, `new NeuralNetConfiguration.Builder()${calls}.${list}${each}\n    .build()`);
}

export function layerAt(network: Network, index: number): Layer {
  const layer = network.layers[index];
  assert.ok(layer, `layer ${index} is there`);
  return layer;
}

/** What a test compares of a setting: value and origin; the origin alone where it is unknown. */
export function seen<T>(setting: Setting<T> | undefined): readonly unknown[] | undefined {
  if (setting === undefined) return undefined;
  return setting.origin === "unknown" ? ["unknown"] : [setting.value, setting.origin];
}
