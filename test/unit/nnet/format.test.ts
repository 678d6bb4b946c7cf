import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { formatText } from "../../../core/src/frontends/nnet/format/format.js";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { bareProject } from "./project.js";

const golden = new URL("../../golden/", import.meta.url);
const examples = new URL("../../../examples/", import.meta.url);
const goldenFile = z.object({ cases: z.array(z.object({ nnet: z.string().optional() })).default([]) });
const texts = [
  ...readdirSync(golden)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => goldenFile.parse(JSON.parse(readFileSync(new URL(name, golden), "utf8"))).cases)
    .flatMap(({ nnet: text }) => text ?? []),
  ...readdirSync(examples)
    .filter((name) => name.endsWith(".nnet"))
    .map((name) => readFileSync(new URL(name, examples), "utf8")),
];

const formatted = (text: string): string => {
  const result = formatText(text);
  assert.notEqual(result, null);
  return result ?? "";
};

/** What a text says, without where it stands. */
function meaning(text: string): unknown {
  const { networks, problems, comments } = nnet.read(text, bareProject);
  const places = new Set(["range", "kindRange", "anchors", "entries"]);
  const said = JSON.stringify({ networks, problems }, (key, value: unknown) => (places.has(key) ? undefined : value));
  return { said: JSON.parse(said) as unknown, comments: comments.map((comment) => comment.text.replace(/\s+/gu, " ")) };
}

describe("Formatting .nnet", () => {
  test("keeps what every text says, its comments, and changes nothing the second time", () => {
    assert.ok(texts.length > 200);
    for (const text of texts) {
      const once = formatted(text);
      assert.deepEqual(meaning(once), meaning(text));
      assert.equal(formatted(once), once);
    }
  });

  test("does so however a text is spaced and wherever comments stand", () => {
    const spaces = fc.constantFrom("", " ", "  ", "\t", "\n", "\r\n", "\n\n\n", " // why\n", " /* odd */ ", "\n/* two\n   lines */\n");
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(spaces, { minLength: 1, maxLength: 40 }), (text, choices) => {
        let at = 0;
        const respaced = text.replace(/\/\/.*|"[^"]*"|\s+/gu, (part) =>
          part.trim() === "" ? `${part}${choices[at++ % choices.length] ?? ""}` : part,
        );
        if (nnet.read(respaced, bareProject).problems.length > 0) return;
        const once = formatted(respaced);
        assert.deepEqual(meaning(once), meaning(respaced));
        assert.equal(formatted(once), once);
      }),
      { numRuns: 300, seed: 1, includeErrorInReport: true },
    );
  });

  test("lines values and blocks up, keeps the author's lines, and spells words as the language does", () => {
    const text = `// A licence


network  digits{ data{train:csv( "a.csv" ,header:true),label : "digit"
 labels: oneHot( 10 )  // ten

   // how
   batchSize: 64,}
 train{ updater: Adam(0.01) gradientNormalization: ClipL2PerLayer(1.0) earlyStopping{patience:3} }
 input:vector(784)
 layer DenseLayer {nOut:500, activation : LeakyReLU}
 layer dense { nOut: 10, weightInit: XAVIER, activation: relu, dropOut: keep(0.5), l1: 0.001, l2: 0.001, biasInit: 0.1 }
 layer output  { nOut: 10, activation: softmax, loss: mae } // last
}`;
    assert.equal(
      formatted(text),
      `// A licence

network digits {
  data {
    train:     csv("a.csv", header: true)
    label:     "digit"
    labels:    oneHot(10) // ten

    // how
    batchSize: 64
  }

  train {
    updater: adam(0.01)
    gradientNormalization: clipL2PerLayer(1.0)
    earlyStopping { patience: 3 }
  }

  input: vector(784)
  layer dense  { nOut: 500, activation: leakyRelu }
  layer dense {
    nOut:       10
    weightInit: xavier
    activation: relu
    dropOut:    keep(0.5)
    l1:         0.001
    l2:         0.001
    biasInit:   0.1
  }
  layer output { nOut: 10, activation: softmax, loss: meanAbsoluteError } // last
}
`,
    );
  });

  test("keeps the line ends of a text", () => {
    assert.equal(formatted("network a {\r\ninput: vector(2)\r\n}"), "network a {\r\n  input: vector(2)\r\n}\r\n");
  });

  test("leaves a text with mistakes alone", () => {
    assert.equal(formatText("network a { layer dens { nOut: 3 } }"), null);
    assert.equal(formatText("network a { layer dense { nOut: 3 }"), null);
  });
});
