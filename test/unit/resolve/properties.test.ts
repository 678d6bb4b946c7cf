import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { LineIndex, type ParsedFile, type Setting } from "../../../core/src/model/index.js";
import { inspectNetwork } from "../../../core/src/resolve/inspect.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { bareProject } from "./written.js";

const goldenFile = z.object({ cases: z.array(z.object({ nnet: z.string(), java: z.string() })).catch([]) });
const folder = new URL("../../golden/", import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => /^(graph|recurrent|convolution|updaters|embedding|combinations)\.json$/.test(file))
  .flatMap((file) => goldenFile.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))).cases);

const texts = cases.flatMap((one): (readonly ["nnet" | "java", string])[] => [
  ["nnet", one.nnet],
  ["java", `import org.deeplearning4j.nn.conf.*;\nclass A {\n  Object conf = ${one.java};\n}\n`],
]);

function read(notation: "nnet" | "java", text: string): ParsedFile {
  return notation === "nnet" ? nnet.read(text, bareProject) : java.read(text, bareProject);
}

/** Every setting of a part, nested ones too. */
function settingsOf(part: unknown): Setting<unknown>[] {
  if (typeof part !== "object" || part === null) return [];
  const inside = Object.values(part).flatMap(settingsOf);
  return "origin" in part && "address" in part ? [part as Setting<unknown>, ...inside] : inside;
}

/** What is damaged: a piece cut out, and another put in. */
const damage = fc.record({
  which: fc.nat({ max: texts.length - 1 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  put: fc.constantFrom("", "-1", "0", "1e9", "x()", "{", "}", "layer dense {}", "nOut: 0", ".nIn(0)", ".stride(0, 0)"),
});

describe("networks of damaged texts", () => {
  test("are resolved and shown without failing, with every range inside the text", () => {
    fc.assert(
      fc.property(damage, ({ which, at, length, put }) => {
        const [notation, whole] = texts[which] ?? ["nnet", ""];
        const start = Math.floor(at * whole.length);
        const text = whole.slice(0, start) + put + whole.slice(start + length);
        const lines = new LineIndex(text);
        for (const written of read(notation, text).networks) {
          const network = resolve(written);
          JSON.stringify(inspectNetwork(network, (range) => lines.lineRange(range)));
          for (const { range, path, origin, value } of settingsOf({ ...network, written: null })) {
            assert.ok(range === null || (0 <= range.start && range.start <= range.end && range.end <= text.length), path);
            assert.equal(origin === "unknown", value === null, path);
          }
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe("networks of whole texts", () => {
  test("every setting has its own path, in the layer where it stands", () => {
    for (const [notation, text] of texts) {
      for (const written of read(notation, text).networks) {
        const { layers, train } = resolve(written);
        for (const [index, layer] of layers.entries())
          for (const { path } of settingsOf(layer)) assert.ok(path.startsWith(`layers.${index}.`), `${path} in layer ${index}`);
        for (const { path } of settingsOf(train)) assert.ok(path.startsWith("train."), path);
      }
    }
  });

  test("what is written for a setting itself is explicit and marked; defaults are not marked", () => {
    for (const [notation, text] of texts) {
      for (const written of read(notation, text).networks) {
        const { train, data, layers } = resolve(written);
        for (const { origin, range, path } of settingsOf({ train, data, layers })) {
          if (origin === "explicit") assert.notEqual(range, null, path);
          if (origin === "default" || origin === "inferred") assert.equal(range, null, path);
        }
      }
    }
  });
});
