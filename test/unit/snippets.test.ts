// What the snippets type: networks that train well, and pieces that fit into one. Nothing in them is to be found, not even a hint.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { z } from "zod";
import { analyse, defaultConfiguration } from "../../core/src/analysis/workspace.js";
import type { Notation } from "../../core/src/model/index.js";

const snippets = z.record(
  z.string(),
  z.object({ prefix: z.union([z.string(), z.array(z.string())]), description: z.string(), body: z.array(z.string()) }),
);

const environment = {
  project: { version: null, configuration: { ...defaultConfiguration, preset: "recommended" as const } },
  data: { profile: () => Promise.resolve(undefined) },
};

/** Where a snippet is typed, by its name or its notation. */
const frames: Readonly<Record<string, (typed: string) => string>> = {
  nnet: (network) => network,
  java: (conf) => `import org.deeplearning4j.nn.conf.*;\n\nclass Typed {\n  void conf() {\n${conf}\n  }\n}\n`,
  kotlin: (conf) => `import org.deeplearning4j.nn.conf.*\n\nfun conf() {\n${conf}\n}\n`,
  "Dense layer": (layer) => inNetwork({ layer }),
  "Early stopping": (stopping) => inNetwork({ train: stopping }),
  Suppression: (comment) => inNetwork({ train: comment.replace("section/rule", "learning-rate/too-high") }),
};

function inNetwork({ train = "", layer = "layer dense { nOut: 32, activation: relu }" }): string {
  const rate = train.startsWith("//") ? 5 : 0.01;
  return `network typed {
  data { train: builtin(moons), test: split(0.2), batchSize: 32 }
  train {
    seed: 1, epochs: 30, l2: 1e-4
    ${train}
    updater: nesterovs(learningRate: ${rate}, momentum: 0.9)
  }
  defaults { weightInit: relu }
  input: vector(2)
  ${layer}
  layer output { nOut: 2, activation: softmax, loss: mcxent, weightInit: xavier }
}
`;
}

/** The text that stands there when nothing is typed over: of each stop its default or its first choice. */
function expanded(body: readonly string[]): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\d+/g, "");
}

for (const notation of ["nnet", "java", "kotlin"] satisfies Notation[]) {
  const text = readFileSync(new URL(`../../snippets/${notation}.json`, import.meta.url), "utf8");
  describe(`snippets of ${notation}`, () => {
    for (const [name, { body }] of Object.entries(snippets.parse(JSON.parse(text)))) {
      test(`${name}: nothing is found in what it types`, async () => {
        const frame = frames[name] ?? frames[notation];
        assert.ok(frame);
        const { findings, networks, failures } = await analyse(frame(expanded(body)), notation, environment);
        assert.deepEqual(failures, []);
        assert.equal(networks.length, 1, "it holds a network");
        assert.deepEqual(
          findings.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      });

      test(`${name}: a stop that comes twice says the same twice`, () => {
        const said = new Map<string, string>();
        for (const [, stop = "", word = ""] of body.join("\n").matchAll(/\$\{(\d+)[:|]([^}]*)\}/g)) {
          assert.equal(said.get(stop) ?? word, word);
          said.set(stop, word);
        }
      });
    }
  });
}
