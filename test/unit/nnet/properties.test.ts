import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import type { Range } from "../../../core/src/model/range.js";
import type { Arguments, NewValue, Value } from "../../../core/src/model/value.js";
import { isCall } from "../../../core/src/model/value.js";
import type { ParsedFile, WrittenLayer, WrittenNetwork } from "../../../core/src/model/written.js";
import { applyEdits } from "./apply-edits.js";
import { bareProject } from "./project.js";

const digits = `// Handwritten digits.
network digits {
  data {
    train: csv("digits-train.csv", header: false)
    features: [0, "b", 2]
    labels: oneHot(10)
  }

  train {
    seed: 123
    updater: nesterovs(learningRate: step(initialValue: 0.1, decayRate: 0.5, step: 10), momentum: 0.9)
    gradientNormalization: clipL2PerLayer(1.0)
    backprop: truncated(20)
    earlyStopping { patience: 3 }
  }
  input { a: vector(784)  b: image(28, 28, 1) }
  layer convolution c from b { kernel: 5, padding: [1, 2, 3, 4] } // five by five
  layer bidirectional(lstm) d from a { nOut: 100, dropOut: keep(0.5) }
  vertex subset(1, 4) s from d
  /* the answer */
  layer output { nOut: 10, activation: leakyRelu(0.2), loss: mcxent }
}
`;

function everyRange(file: ParsedFile): Range[] {
  const ranges: Range[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number") {
      ranges.push({ start: value.start, end: value.end });
    }
    Object.values(value).forEach(visit);
  };
  visit([file.networks, file.problems, file.comments]);
  return ranges;
}

function checkRead(text: string): void {
  const file = nnet.read(text, bareProject);
  for (const { start, end } of everyRange(file)) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${String(start)}–${String(end)} lies in the text`);
  }
  for (const { rule, range, fixes } of file.problems) {
    assert.ok(range.start < range.end, `${rule} has something to underline`);
    for (const { edits } of fixes) applyEdits(text, edits);
  }
}

/** Every setting's value by its place: section and key, or a layer's name and key. */
function settingsOf(text: string): ReadonlyMap<string, string> {
  const [network] = nnet.read(text, bareProject).networks;
  const settings = new Map<string, string>();
  const add = (place: string, args: Arguments): void => {
    for (const [key, { value }] of Object.entries(args)) settings.set(`${place}.${key}`, JSON.stringify(plain(value)));
  };
  if (network === undefined) return settings;
  for (const section of ["data", "train", "defaults"] as const) add(section, network[section]);
  for (const layer of network.layers)
    for (let at: WrittenLayer | undefined = layer; at; at = at.inner) add(layer.name ?? at.kind, at.settings);
  return settings;
}

/** The share of the whole text's settings that is still read, with the same values. */
function kept(whole: ReadonlyMap<string, string>, damaged: string): number {
  const found = settingsOf(damaged);
  return [...whole].filter(([place, value]) => found.get(place) === value).length / whole.size;
}

const words = [
  "network",
  "train",
  "data",
  "layer",
  "vertex",
  "from",
  "input",
  "dense",
  "nOut",
  "seed",
  "keep",
  "updater",
  "adam",
  "merge",
  "clipL2PerLayer",
];
const tokens = fc.constantFrom(
  ...words,
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ":",
  ",",
  "=",
  '"',
  "//",
  "/*",
  "*/",
  "\n",
  " ",
  "1",
  "-0.5e3",
  "'",
  "\\",
  "\0",
  "\ufeff",
  "true",
  "lastTimeStep",
);

describe("any text", () => {
  test("is read without an exception, with all ranges inside it", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), checkRead), { numRuns: 300 });
    fc.assert(
      fc.property(
        fc.array(tokens, { maxLength: 80 }).map((list) => list.join(" ")),
        checkRead,
      ),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(
        fc.array(tokens, { maxLength: 80 }).map((list) => list.join("")),
        checkRead,
      ),
      { numRuns: 500 },
    );
  });

  test("damaged anywhere keeps its ranges inside", () => {
    const damage = fc.tuple(fc.nat(digits.length), fc.nat(40), fc.array(tokens, { maxLength: 3 }));
    fc.assert(
      fc.property(damage, ([at, length, put]) => {
        checkRead(digits.slice(0, at) + put.join("") + digits.slice(at + length));
      }),
      { numRuns: 1500 },
    );
  });

  test("cut anywhere it says what it said up to there", () => {
    const whole = settingsOf(digits);
    for (let end = 0; end <= digits.length; end++) {
      const cut = digits.slice(0, end);
      checkRead(cut);
      const atItemEnd = /[}\n]\s*$/u.test(cut);
      if (!atItemEnd) continue;
      for (const [place, value] of settingsOf(cut)) assert.equal(value, whole.get(place), `${place} of ${JSON.stringify(cut.slice(-40))}`);
    }
  });

  test("without any one of its words and signs it says nearly all of the rest", () => {
    const whole = settingsOf(digits);
    const shares = [
      ...digits
        .replace(/\/\/.*|\/\*.*?\*\//gu, (comment) => " ".repeat(comment.length))
        .matchAll(/[A-Za-z_]\w*|-?[\d.]+|"[^"]*"|[{}()[\]:,]/gu),
    ].map(({ 0: token, index }) => kept(whole, digits.slice(0, index) + digits.slice(index + token.length)));
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(mean > 0.96, `${String(mean)} of the settings are kept`);
    assert.ok(Math.min(...shares) > 0.7, `${String(Math.min(...shares))} are kept at least`);
  });

  test("takes any change without an exception", () => {
    const address = fc.constantFrom(
      "train.seed",
      "train.updater.learningRate",
      "layers.1.nOut",
      "data.label",
      "defaults.activation",
      "inputs.0.type",
      "train.earlyStopping.patience",
    );
    const damage = fc.tuple(fc.nat(digits.length), fc.nat(40), address);
    fc.assert(
      fc.property(damage, ([at, length, one]) => {
        const text = digits.slice(0, at) + digits.slice(at + length);
        const file = nnet.read(text, bareProject);
        for (const changes of [
          [{ kind: "set", address: one, value: 3 } as const, { kind: "removeLayer", index: 0 } as const],
          [
            { kind: "remove", address: one } as const,
            { kind: "insertLayer", before: 1, layer: { kind: "DenseLayer", settings: { nOut: 1 } } } as const,
          ],
        ]) {
          const edits = nnet.edit(file, 0, changes);
          if (edits !== null) applyEdits(text, edits);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("texts from other systems", () => {
  const whole = settingsOf(digits);
  const same: readonly (readonly [string, string])[] = [
    ["a byte order mark", `\ufeff${digits}`],
    ["CR LF", digits.replaceAll("\n", "\r\n")],
    ["CR alone", digits.replaceAll("\n", "\r")],
    ["tabs", digits.replaceAll("  ", "\t")],
    ["all on one line", digits.replace(/\/\/.*/gu, "").replace(/\s+/gu, " ")],
    ["no-break and other wide spaces", digits.replaceAll("    ", "\u00a0\u2003\u3000 ").replaceAll(":", "\u00a0:\u00a0")],
  ];
  for (const [what, text] of same) {
    test(`${what}: the same network`, () => {
      assert.deepEqual(nnet.read(text, bareProject).problems, []);
      assert.deepEqual(settingsOf(text), whole);
    });
  }

  test("NUL and conflict markers are named, and all around them is read", () => {
    const middle = digits.indexOf("  layer convolution");
    const nul = `${digits.slice(0, middle)}\0${digits.slice(middle)}`;
    const conflict = `${digits.slice(0, middle)}<<<<<<< HEAD\n${digits.slice(middle).replace("  vertex", "=======\n>>>>>>> other\n  vertex")}`;
    for (const text of [nul, conflict]) {
      checkRead(text);
      assert.ok(nnet.read(text, bareProject).problems.length > 0);
      assert.equal(kept(whole, text), 1);
    }
    assert.match(nnet.read(conflict, bareProject).problems[0]?.message ?? "", /merge conflict/u);
  });
});

describe("extreme texts", () => {
  const extremes: readonly (readonly [string, string])[] = [
    ["10,000 levels of blocks", `network a { train { ${"x {".repeat(10_000)}${"}".repeat(10_000)} } }`],
    ["10,000 levels of lists", `network a { layer dense { nOut: ${"[".repeat(10_000)}${"]".repeat(10_000)} } }`],
    ["10,000 levels of calls", `network a { train { updater: ${"adam(".repeat(10_000)}${")".repeat(10_000)} } }`],
    ["10,000 levels of kinds", `network a { layer ${"frozen(".repeat(10_000)}dense${")".repeat(10_000)} { nOut: 3 } }`],
    ["10,000 networks in each other", "network a { ".repeat(10_000)],
    ["a line of 1 MB", `network a { train { ${"seed: 1 ".repeat(130_000)} } }`],
    ["a name of 1 MB", `network ${"a".repeat(1_000_000)} { }`],
    ["a comment of 1 MB without an end", `/*${" *".repeat(500_000)}`],
    ["1 MB of nothing known", "§".repeat(1_000_000)],
    ["1 MB of braces", "}{".repeat(200_000)],
    ["spaces before no colon", `network a { train { ${`x${" ".repeat(2000)}`.repeat(200)} } }`],
  ];
  for (const [what, text] of extremes) {
    test(`${what}: read in reasonable time`, () => {
      const begin = process.cpuUsage();
      checkRead(text);
      assert.ok(process.cpuUsage(begin).user < 10_000_000);
    });
  }
});

/** A value as a change would write it. */
function plain(value: Value | null): NewValue | null {
  if (value === null || typeof value !== "object") return value;
  if (!isCall(value)) return value.map((one) => plain(one) ?? "unknown");
  return {
    name: value.name,
    args: Object.fromEntries(Object.entries(value.args).map(([name, one]) => [name, plain(one.value) ?? "unknown"])),
  };
}

/** The value that is written at an address. */
function written(network: WrittenNetwork | undefined, address: string): NewValue | null {
  const [place, ...rest] = address.split(".");
  if (network === undefined) return null;
  if (place === "layers") {
    const [index, ...path] = rest;
    let layer: WrittenLayer | undefined = network.layers[Number(index)];
    while (path[0] === "inner" && layer !== undefined) {
      layer = layer.inner;
      path.shift();
    }
    return plain(layer?.settings[path[0] ?? ""]?.value ?? null);
  }
  const settings = place === "train" ? network.train : place === "data" ? network.data : network.defaults;
  const setting = settings[rest[0] ?? ""]?.value ?? null;
  return rest[1] === undefined || !isCall(setting) ? plain(setting) : plain(setting.args[rest[1]]?.value ?? null);
}

const positive = fc.double({ min: 1e-12, max: 1e6, noNaN: true });
const change: fc.Arbitrary<readonly [string, NewValue]> = fc.oneof(
  fc.tuple(
    fc.constantFrom("train.updater.learningRate", "train.updater.momentum", "train.l1", "layers.1.inner.l2", "defaults.biasInit"),
    positive,
  ),
  fc.tuple(
    fc.constantFrom("train.epochs", "train.iterations", "data.batchSize", "layers.0.nOut", "layers.3.nIn", "train.seed"),
    fc.integer({ min: 1, max: 1e9 }),
  ),
  fc.tuple(
    fc.constantFrom("layers.0.activation", "defaults.activation", "layers.3.activation", "layers.1.inner.gateActivation"),
    fc.constantFrom("RELU", "TANH", "SOFTMAX"),
  ),
  fc.tuple(
    fc.constantFrom("train.updater", "layers.0.updater"),
    fc.constantFrom<NewValue>({ name: "NoOp", args: {} }, { name: "Adam", args: { learningRate: 0.001, beta1: 0.8 } }),
  ),
  fc.tuple(
    fc.constantFrom("train.dropConnect", "layers.1.inner.dropOut", "defaults.dropOut"),
    fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
  ),
  fc.tuple(
    fc.constantFrom("data.normalize", "data.testNormalize"),
    fc.constantFrom<NewValue>({ name: "standardize", args: {} }, { name: "minMax", args: { lo: -1, hi: 1 } }),
  ),
  fc.tuple(fc.constantFrom("layers.0.kernel", "layers.0.stride"), fc.constantFrom<NewValue>([3, 3], [2, 5])),
  fc.tuple(
    fc.constantFrom("layers.0.weightInit"),
    fc.constantFrom<NewValue>("VAR_SCALING_NORMAL_FAN_AVG", { name: "NormalDistribution", args: { mean: 0, std: 0.01 } }),
  ),
  fc.tuple(
    fc.constantFrom("train.weightDecay"),
    fc.constantFrom<NewValue>(0.1, { name: "WeightDecay", args: { coefficient: 0.02, applyLR: false } }),
  ),
);

describe("a value that is set", () => {
  const texts = [
    digits,
    digits.replaceAll("\n", "\r\n"),
    digits.replace(/train \{[^]*?\n {2}\}\n/u, ""),
    digits.replace(/\/\/.*/gu, "").replace(/\s+/gu, " "),
  ];
  test("is read back, and nothing becomes a problem", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), change, (text, [address, value]) => {
        const file = nnet.read(text, bareProject);
        assert.deepEqual(file.problems, []);
        const edits = nnet.edit(file, 0, [{ kind: "set", address, value }]);
        assert.ok(edits !== null, `${address} can be set`);
        const after = applyEdits(text, edits);
        const again = nnet.read(after, bareProject);
        assert.deepEqual(again.problems, [], after);
        assert.deepEqual(written(again.networks[0], address), value, after);
        if (!text.includes("\r")) assert.ok(!after.includes("\r"));
        else assert.equal(after.match(/\n/gu)?.length, after.match(/\r\n/gu)?.length, "line ends stay");
        const twice = nnet.edit(again, 0, [{ kind: "set", address, value }]);
        assert.deepEqual(twice, [], "setting it again changes nothing");
      }),
      { numRuns: 600 },
    );
  });

  test("and taken out is gone", () => {
    const removable = fc.constantFrom(
      "train.seed",
      "train.updater",
      "train.gradientNormalization",
      "train.earlyStopping",
      "data.labels",
      "data.features",
      "layers.0.padding",
      "layers.0.kernel",
      "layers.1.inner.dropOut",
      "layers.3.loss",
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts.slice(0, 2)), fc.uniqueArray(removable), (text, addresses) => {
        const edits = nnet.edit(
          nnet.read(text, bareProject),
          0,
          addresses.map((address) => ({ kind: "remove", address })),
        );
        assert.ok(edits !== null);
        const again = nnet.read(applyEdits(text, edits), bareProject);
        assert.deepEqual(again.problems, []);
        for (const address of addresses) assert.equal(written(again.networks[0], address), null);
      }),
      { numRuns: 200 },
    );
  });
});
