import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { WrittenNetwork } from "../../../core/src/model/index.js";
import { onlyNetwork, plain, plainArguments, plainLayer, projectWith } from "./reading.js";

const folder = join(import.meta.dirname, "../../golden");

interface Case {
  readonly id: string;
  readonly nnet: string;
  readonly java: string;
}

/** Cases that say a network in both notations. */
function casesOf(file: string): readonly Case[] {
  const { cases = [] } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { cases?: readonly Partial<Case>[] };
  return cases.filter((one): one is Case => typeof one.nnet === "string" && typeof one.java === "string");
}

/**
 * What both notations say. Left out: the data and the passes of pretraining (in Java the program around the configuration
 * says them), PReLU's own input shape, and the input type before an embedding (Java's is the vocabulary, `.nnet`'s the column).
 */
function said(network: WrittenNetwork): unknown {
  const { seed, updater, biasUpdater, ...train } = plainArguments(network.train);
  delete train.outputs;
  delete train.pretrain;
  const layers = network.layers.map((layer) => ({ ...plainLayer(layer), inputShape: null, from: layer.from.map(({ name }) => name) }));
  const isEmbedding = network.layers[0]?.kind.startsWith("Embedding") === true;
  return {
    kind: network.kind,
    train: { seed, updater, biasUpdater, ...train },
    defaults: plainArguments(network.defaults),
    inputs: isEmbedding ? [] : network.inputs.map((input) => plain(input.type?.value)),
    layers,
  };
}

describe("Java and .nnet say the same network", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    for (const { id, java, nnet: text } of casesOf(file)) {
      test(`${file} ${id}`, () => {
        const written = onlyNetwork(`import org.deeplearning4j.nn.conf.*;\nclass A {\n    Object conf = ${java};\n}\n`);
        const [same] = nnet.read(text, projectWith()).networks;
        assert.ok(same);
        assert.deepEqual(said(written), said(same));
      });
    }
  }
});
