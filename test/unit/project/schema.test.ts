// schemas/: what editors complete and check in nnlint.json and in nnlint.rules of their settings.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { analyse, defaultConfiguration, knownRules, rules } from "../../../core/src/analysis/workspace.js";
import { describedRules } from "../../../core/src/analysis/describe-rules.js";
import { parseConfiguration } from "../../../core/src/project/configuration.js";
import { schemas } from "../../../scripts/write-schemas.js";

const root = new URL("../../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");
const fileSchema = JSON.parse(read("schemas/nnlint.schema.json")) as object;
const isValid = new Ajv({ strict: false }).compile(fileSchema);
const isRight = (value: unknown) => parseConfiguration(JSON.stringify(value), knownRules).problems.length === 0;
const withOptions = rules.filter(({ options }) => Object.keys(options).length > 0);

describe("the schemas", () => {
  for (const [name, text] of Object.entries(schemas))
    test(`${name} is what the rules say: node --import tsx scripts/write-schemas.ts writes it anew`, () => {
      assert.equal(read(`schemas/${name}`), text);
    });

  test("are contributed, and packed", () => {
    const { contributes } = JSON.parse(read("package.json")) as { contributes: { jsonValidation: readonly { url: string }[] } };
    assert.deepEqual(
      contributes.jsonValidation.map(({ url }) => url),
      Object.keys(schemas).map((name) => `./schemas/${name}`),
    );
    assert.match(read(".vscodeignore"), /^!schemas\/\*\.json$/m);
  });

  test("say of every option what it is, as its rule's page does", () => {
    const untold = describedRules().flatMap(({ id, options, optionTexts }) =>
      Object.keys(options).flatMap((name) => (optionTexts[name] === undefined ? [`${id} ${name}`] : [])),
    );
    assert.deepEqual(untold, []);
  });
});

/** Configurations that the schema and nnlint itself must judge alike. */
const table: readonly (readonly [value: unknown, isRight: boolean])[] = [
  [{}, true],
  [{ $schema: "./x.json", root: false, preset: "all", ignore: ["generated/**"], dl4jVersion: "0.9.1" }, true],
  [{ rules: { "minibatch/small": "off" }, overrides: [{ files: "*.java", rules: { "minibatch/small": ["hint", { fewest: 4 }] } }] }, true],
  [{ rules: { "minibatch/tiny": "off" } }, false],
  [{ rules: { "minibatch/small": "loud" } }, false],
  [{ rules: { "minibatch/small": ["info", { few: 3 }] } }, false],
  [{ rules: { "minibatch/small": ["info", { fewest: "3" }] } }, false],
  [{ rules: { "learning-rate/too-high": ["warning", { bounds: { Adam: { high: 0.1 } } }] } }, true],
  [{ rules: { "learning-rate/too-high": ["warning", { bounds: { Adan: { high: 0.1 } } }] } }, false],
  [{ rules: { "learning-rate/too-high": ["warning", { bounds: { Adam: { high: "0.1" } } }] } }, false],
  [{ rules: { "activation/saturating": ["info", { saturating: ["TANH"] }] } }, true],
  [{ rules: { "activation/saturating": ["info", { saturating: [1] }] } }, false],
  [{ presets: "all" }, false],
  [{ preset: "everything" }, false],
  [{ overrides: [{ rules: {} }] }, false],
];

describe("the schema and nnlint judge alike", () => {
  for (const [value, expected] of table)
    test(JSON.stringify(value), () => {
      assert.deepEqual([isValid(value), isRight(value)], [expected, expected]);
    });

  for (const { id, severity, options } of withOptions)
    test(`${id} takes its options, and no others`, () => {
      const set = (own: object) => ({ rules: { [id]: [severity, own] } });
      assert.deepEqual([isValid(set(options)), isRight(set(options))], [true, true]);
      const [first = ""] = Object.keys(options);
      for (const wrong of [{ [`${first}z`]: 1 }, { [first]: null }])
        assert.deepEqual([isValid(set(wrong)), isRight(set(wrong))], [false, false], JSON.stringify(wrong));
    });
});

test("a misspelt row of a table is named with the nearest one", () => {
  const text = '{ "rules": { "learning-rate/too-high": ["warning", { "bounds": { "Adan": { "high": 0.1 } } }] } }';
  const [problem] = parseConfiguration(text, knownRules).problems;
  assert.match(problem?.message ?? "", /no option "Adan".* Did you mean "Adam"\?/);
  assert.equal(problem?.replacement, '"Adam"');
});

test("an option counts, and what a table leaves out stays as it is", async () => {
  const network = (updater: string) =>
    `network x {\n  train { updater: ${updater}, epochs: 20 }\n  input: vector(4)\n  layer output { nOut: 3, activation: softmax, loss: mcxent }\n}\n`;
  const rule = "learning-rate/too-high";
  const findings = async (text: string, own: Readonly<Record<string, unknown>>) => {
    const configuration = { ...defaultConfiguration, rules: { [rule]: ["info", own] as const } };
    const data = { profile: () => Promise.resolve(undefined) };
    const analysed = await analyse(text, "nnet", { project: { version: null, configuration }, data });
    return analysed.findings.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
  };
  const bounds = { bounds: { Adam: { high: 0.1 } } };
  assert.deepEqual(await findings(network("adam(learningRate: 0.05)"), {}), ["info"]);
  assert.deepEqual(await findings(network("adam(learningRate: 0.05)"), bounds), []);
  assert.deepEqual(await findings(network("nadam(learningRate: 0.05)"), bounds), ["info"]);
});
