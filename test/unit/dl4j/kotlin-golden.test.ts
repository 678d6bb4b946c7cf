// The networks of the golden cases, their Java rewritten to Kotlin: both are the same network.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type { WrittenNetwork } from "../../../core/src/model/index.js";
import { goldenNetworks, inBlocks, inKotlin } from "./golden-kotlin.js";
import { inFile, onlyNetwork } from "./kotlin-reading.js";
import { plain, plainArguments, plainLayer, projectWith } from "./reading.js";

function said(network: WrittenNetwork): unknown {
  return {
    kind: network.kind,
    version: network.framework.version,
    train: plainArguments(network.train),
    defaults: plainArguments(network.defaults),
    inputs: network.inputs.map(({ name, type }) => [name, plain(type?.value)]),
    layers: network.layers.map((layer) => ({ ...plainLayer(layer), name: layer.name, from: layer.from.map(({ name }) => name) })),
    uses: network.apiUses.map(({ owner, name, kind, argumentCount }) => `${kind} ${owner}.${name}/${argumentCount}`),
  };
}

describe("Kotlin says the same network as Java", () => {
  for (const { file, cases } of goldenNetworks()) {
    for (const { id, java: expression } of cases) {
      const [same] = java.read(
        `import org.deeplearning4j.nn.conf.*;\nclass A {\n    Object conf = ${expression};\n}\n`,
        projectWith(),
      ).networks;
      const chain = inKotlin(expression);
      test(`${file} ${id}`, () => {
        assert.ok(same);
        assert.deepEqual(said(onlyNetwork(inFile(`val conf = ${chain}`))), said(same));
      });
      const blocks = inBlocks(chain);
      if (blocks !== chain)
        test(`${file} ${id}, in blocks`, () => {
          assert.ok(same);
          assert.deepEqual(said(onlyNetwork(inFile(`val conf = ${blocks}`))), said(same));
        });
    }
  }
});
