import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nnet } from "../../../core/src/frontends/nnet/index.js";
import { nameOf } from "../../../core/src/model/value.js";
import { applyEdits } from "./apply-edits.js";
import { bareProject } from "./project.js";

interface Row {
  /** The text, the problem's place between « and ». */
  readonly text: string;
  readonly rule: string;
  readonly message: RegExp;
  /** The text after the first fix. */
  readonly fixed?: string;
}

const unknown = (text: string, message: RegExp, fixed?: string): Row => ({ text, rule: "nnlint/unknown-name", message, fixed });
const syntax = (text: string, message: RegExp, fixed?: string): Row => ({ text, rule: "nnlint/syntax", message, fixed });

const rows: readonly Row[] = [
  unknown(
    "network a { layer dense { activation: «reluu» } }",
    /not an activation. Did you mean `relu`/u,
    "network a { layer dense { activation: relu } }",
  ),
  unknown("network a { layer dense { activation: «my_act» } }", /not an activation\.$/u),
  unknown(
    'network a { layer dense { activation: «"relu"» } }',
    /Expected an activation/u,
    "network a { layer dense { activation: relu } }",
  ),
  unknown("network a { layer «dens» { nOut: 3 } }", /not a kind of layer. Did you mean `dense`/u, "network a { layer dense { nOut: 3 } }"),
  unknown(
    "network a { layer «merge» }".replace("«merge»", "merge").replace("layer", "«layer»"),
    /is a vertex, not a layer/u,
    "network a { vertex merge }",
  ),
  unknown(
    "network a { layer dense x vertex «merg» m from x }",
    /not a kind of vertex/u,
    "network a { layer dense x vertex merge m from x }",
  ),
  unknown(
    "network a { train { «updatr»: sgd } }",
    /`train` has no `updatr`. Did you mean `updater`/u,
    "network a { train { updater: sgd } }",
  ),
  unknown("network a { train { «batchSize»: 3 } }", /`batchSize` belongs in `data \{ \}`/u),
  unknown("network a { train { «learningRate»: 3 } }", /belongs to an updater/u),
  unknown("network a { train { «patience»: 3 } }", /belongs in `earlyStopping \{ \}` in `train \{ \}`/u),
  unknown("network a { layer dense { «kernel»: 3 } }", /belongs to layers of the kind `convolution`/u),
  unknown("network a { layer dense { «nout»: 3 } }", /Did you mean `nOut`/u, "network a { layer dense { nOut: 3 } }"),
  unknown("network a { train { seed: 1 «seed»: 2 } }", /a second time/u),
  unknown("network a { train { seed: 1 } «train» { l2: 2 } }", /second `train` section/u),
  unknown("network a { } network «a» { }", /already/u),
  unknown("network a { layer dense x layer dense «x» }", /already the name/u),
  unknown(
    "network a { layer dense hidden layer dense from «hiden» }",
    /No input or layer has the name `hiden`. Did you mean `hidden`/u,
    "network a { layer dense hidden layer dense from hidden }",
  ),
  unknown("network a { train { updater: adam(«rate»: 1) } }", /`adam` has no `rate`/u),
  unknown("network a { train { updater: adam(0.1, «0.9») } }", /Only the first/u, "network a { train { updater: adam(0.1, beta1: 0.9) } }"),
  unknown("network a { train { updater: sgd(learningRate: «step»(initialValue: 1)) } }", /needs `decayRate` and `step`/u),
  unknown("network a { train { updater: sgd(learningRate: step(0.1, decayRate: 1, step: 3, per: «epochs»)) } }", /Did you mean `epoch`/u),
  unknown("network a { train { seed: «1.5» } }", /Expected a whole number/u),
  unknown("network a { train { epochs: «0» } }", /at least 1/u),
  unknown("network a { train { l2: «-1» } }", /not negative/u),
  unknown("network a { train { l2: «true» } }", /Expected a number/u),
  unknown("network a { train { miniBatch: «True» } }", /`true` or `false`/u, "network a { train { miniBatch: true } }"),
  unknown("network a { train { pretrain: «3» } }", /Expected `true` or `false`/u, "network a { train { pretrain: passes(3) } }"),
  unknown("network a { train { «earlyStopping»: 3 } }", /is a block/u),
  unknown("network a { train { «seed» { } } }", /is not a block/u),
  unknown("network a { data { label: «digit» } }", /column/u, 'network a { data { label: "digit" } }'),
  unknown('network a { data { train: builtin(«"moon"») } }', /Did you mean `moons`/u, "network a { data { train: builtin(moons) } }"),
  unknown("network a { data { train: «csv»() } }", /needs `path`/u),
  unknown("network a { data { train: «csv» } }", /needs its arguments/u),
  unknown("network a { layer convolution { kernel: «[1, 2, 3]» } }", /\[height, width\]/u),
  unknown("network a { layer «bidirectional» { } }", /needs the one layer/u),
  unknown("network a { layer dense x vertex «subset(1)» s from x }", /is written `subset\(from, to\)`/u),
  unknown("network a { «trian» { l2: 1 } }", /not a part of a network/u, "network a { train { l2: 1 } }"),
  unknown("«netwrok» a { train { l2: 1 } }", /write `network`/u, "network a { train { l2: 1 } }"),
  syntax(
    "network a { train «{» seed: 1 layer dense { nOut: 3 } }",
    /not closed/u,
    "network a { train { seed: 1 } layer dense { nOut: 3 } }",
  ),
  syntax("network a «{» layer dense { nOut: 3 }", /not closed/u, "network a { layer dense { nOut: 3 } }"),
  syntax("network a { train { «seed»: epochs: 5 } }", /`seed:` needs a value/u),
  syntax("network a { train { «seed» 5 } }", /Write a `:`/u, "network a { train { seed: 5 } }"),
  syntax("network a { train { seed «=» 5 } }", /Write a `:`/u, "network a { train { seed: 5 } }"),
  syntax(
    "network a { train { updater: sgd(learningRate «=» 5) } }",
    /Write a `:`/u,
    "network a { train { updater: sgd(learningRate: 5) } }",
  ),
  syntax(
    "network a { train { updater: sgd(learningRate: «5»\n l2: 1 } }",
    /not closed/u,
    "network a { train { updater: sgd(learningRate: 5)\n l2: 1 } }",
  ),
  syntax("network a { train { updater: sgd(learningRate: «5»,\n l2: 1 } }", /not closed/u),
  syntax(
    "network a { layer convolution { kernel: [2, «2» stride: 1 } }",
    /list is not closed/u,
    "network a { layer convolution { kernel: [2, 2] stride: 1 } }",
  ),
  syntax('network a { data { train: csv(«"»a) } }', /no end/u),
  syntax('network a { data { train: csv(«"»a.csv) } }', /no end/u, 'network a { data { train: csv("a.csv") } }'),
  syntax("network a {\n«/*» dense\n layer dense }", /no end/u, "network a {\n/* dense */\n layer dense }"),
  syntax("network a {\n train { seed: 1 }\n «l2»: 2 }\n}", /closes `train` too early/u, "network a {\n train { seed: 1 \n l2: 2 }\n}"),
  syntax("network a { layer dense «nOut»: 2 } }", /write `\{` before it/u, "network a { layer dense { nOut: 2 } }"),
  unknown("network a { «seed»: 2 }", /`seed` stands outside of a block. It belongs in `train \{ \}`/u),
  syntax("network a { «sseed»: 2 }", /A network holds `data`/u),
  syntax("network a { «{» seed: 1 } }", /write `train \{ … \}`/u, "network a { train { seed: 1 } }"),
  syntax(
    "network a { layer dense x layer dense y «x» { nOut: 3 } }",
    /`from` is missing/u,
    "network a { layer dense x layer dense y from x { nOut: 3 } }",
  ),
  syntax('network a { data { «train» csv("a.csv") } }', /Write a `:`/u, 'network a { data { train: csv("a.csv") } }'),
  unknown("network a { «dense» hidden { nOut: 3 } }", /`layer` is missing/u, "network a { layer dense hidden { nOut: 3 } }"),
  unknown("network a { layer dense x «merge» m from x }", /`vertex` is missing/u, "network a { layer dense x vertex merge m from x }"),
  unknown("network a { «layre» dense a { nOut: 3 } }", /not a part of a network/u, "network a { layer dense a { nOut: 3 } }"),
  unknown("network a { «foo» { seed: 1 } }", /not a part of a network/u, "network a { train { seed: 1 } }"),
  syntax("network a { train { seed: 1«;» l2: 2 } }", /take it out/u, "network a { train { seed: 1 l2: 2 } }"),
  syntax("network a { train { seed: 1 «?» l2: 2 } }", /cannot stand here/u),
  syntax("network a { layer dense } «layer» dense", /stands outside/u),
  syntax("«layer» dense { nOut: 3 }", /outside of a network/u),
  syntax("«network» { }", /needs a name/u),
  syntax("network a { «layer» { nOut: 3 } }", /needs a kind/u),
  syntax("network a { layer dense x vertex «merge» from x }", /needs a name/u),
  syntax("network a { layer dense x vertex merge «m» }", /what feeds it/u),
  syntax("network a { layer dense «from» }", /needs the names/u),
  syntax("network a { «/*» layer dense }", /no end/u),
  syntax("network a {\n«<<<<<<<» HEAD\n}", /merge conflict/u),
];

/** What people write who know other languages and libraries. */
const habits: readonly Row[] = [
  syntax("network a { train «:» { seed: 1 } }", /without `:`/u, "network a { train { seed: 1 } }"),
  syntax("network a { train «=» { seed: 1 } }", /without `=`/u, "network a { train { seed: 1 } }"),
  syntax(
    "network a { train { earlyStopping«:» { patience: 3 } } }",
    /without `:`/u,
    "network a { train { earlyStopping { patience: 3 } } }",
  ),
  syntax("network a { layer«:» dense }", /No `:` stands after `layer`/u, "network a { layer dense }"),
  syntax("network a { «input» vector(4) }", /Write a `:`/u, "network a { input: vector(4) }"),
  syntax("network a { train { «updater» adam(0.1) } }", /Write a `:`/u, "network a { train { updater: adam(0.1) } }"),
  syntax("network a { train { updater: «adam 0.1» } }", /in parentheses: `adam\(0.1\)`/u, "network a { train { updater: adam(0.1) } }"),
  syntax('network «"a"» { }', /without quotes/u, "network a { }"),
  syntax('network a { layer dense «"b"» }', /without quotes/u, "network a { layer dense b }"),
  syntax('network a { train { «"seed"»: 1 } }', /without quotes/u, "network a { train { seed: 1 } }"),
  syntax("network a { data { train: csv(«'a b'») } }", /double quotes/u, 'network a { data { train: csv("a b") } }'),
  syntax("«#» one\nnetwork a { }", /begin with `\/\/`/u, "// one\nnetwork a { }"),
  syntax("network a { train { l2: «1e-4f» } }", /write `1e-4`/u, "network a { train { l2: 1e-4 } }"),
  syntax("network a { train { seed: «1_000L» } }", /write `1000`/u, "network a { train { seed: 1000 } }"),
  syntax("network a { train { seed: «0x1F» } }", /write `31`/u, "network a { train { seed: 31 } }"),
  syntax("network a { train { l2: «0,5» } }", /decimal point/u, "network a { train { l2: 0.5 } }"),
  syntax("network a { train { dropConnect: keep(«50%») } }", /fraction/u, "network a { train { dropConnect: keep(0.5) } }"),
  syntax("network a { layer convolution { kernel: «3x3» } }", /is not a number/u),
  syntax(
    "network a { layer dense { weightInit: normal(0 «0.1») } }",
    /commas/u,
    "network a { layer dense { weightInit: normal(0, 0.1) } }",
  ),
  syntax(
    "network a { layer dense x layer dense y layer dense from x «y» }",
    /commas/u,
    "network a { layer dense x layer dense y layer dense from x, y }",
  ),
  syntax("«network» train { }", /word of the language/u),
  syntax("network a { layer dense x vertex merge «data» from x }", /word of the language/u),
  syntax('«{» "a": 1 }', /A file consists of networks/u),
  unknown("network a { train { updater: «new Adam»(0.1) } }", /is written `adam`/u, "network a { train { updater: adam(0.1) } }"),
  unknown(
    "network a { layer dense { activation: «Activation.RELU» } }",
    /is written `relu`/u,
    "network a { layer dense { activation: relu } }",
  ),
  unknown("network a { data { train: csv(«a.csv») } }", /text in quotes/u, 'network a { data { train: csv("a.csv") } }'),
  unknown("network a { data { train: «a.csv» } }", /not a data source/u, 'network a { data { train: csv("a.csv") } }'),
  unknown('network a { data { train: «"a.csv"» } }', /a data source/u, 'network a { data { train: csv("a.csv") } }'),
  unknown('network a { data { «csv("a.csv")» } }', /needs a key/u, 'network a { data { train: csv("a.csv") } }'),
  unknown("network a { data { test: «0.2» } }", /split/u, "network a { data { test: split(0.2) } }"),
  unknown("network a { data { test: split(«20») } }", /from 0 to 1/u),
  unknown("network a { data { labels: «10» } }", /oneHot/u, "network a { data { labels: oneHot(10) } }"),
  unknown('network a { data { features: «"x"» } }', /a list/u, 'network a { data { features: ["x"] } }'),
  unknown("network a { input: «784» }", /an input type/u, "network a { input: vector(784) }"),
  unknown("network a { layer dense { «500» } }", /needs a key/u),
  unknown("network a { layer «dense(500)» }", /`dense \{ nOut: 500 \}`/u, "network a { layer dense { nOut: 500 } }"),
  unknown("network a { layer dense { «units»: 5 } }", /Did you mean `nOut`/u, "network a { layer dense { nOut: 5 } }"),
  unknown("network a { layer «conv2d» }", /Did you mean `convolution`/u, "network a { layer convolution }"),
  unknown(
    "network a { layer dense { activation: «linear» } }",
    /Did you mean `identity`/u,
    "network a { layer dense { activation: identity } }",
  ),
  unknown(
    "network a { layer output { loss: «binary_crossentropy» } }",
    /Did you mean `xent`/u,
    "network a { layer output { loss: xent } }",
  ),
  unknown("network a { train { «lr»: 0.1 } }", /`learningRate` belongs to an updater/u),
  unknown("network a { layer convolution { padding: «same» } }", /not for `padding` but for `mode`/u),
  unknown(
    "network a { layer convolution { kernel: «(3, 3)» } }",
    /\[height, width\]/u,
    "network a { layer convolution { kernel: [3, 3] } }",
  ),
  unknown("network a { «input» { } }", /for each/u),
  unknown("network a { «inputs»: vector(4) }", /Did you mean `input`/u, "network a { input: vector(4) }"),
  unknown("network a { layer lstm x vertex lastTimeStep(«y») m from x }", /No input or layer has the name `y`/u),
  unknown("network a { train { updater: sgd(learningRate: «map»()) } }", /needs a value at least/u),
  unknown('network a { data { train: csv("a", «";"») } }', /Only the first/u, 'network a { data { train: csv("a", delimiter: ";") } }'),
];

describe("a mistake is said where it stands, with what to do", () => {
  for (const { text: marked, rule, message, fixed } of [...rows, ...habits]) {
    test(marked, () => {
      const start = marked.indexOf("«");
      const end = marked.indexOf("»") - 1;
      const text = marked.replace(/[«»]/gu, "");
      const { problems } = nnet.read(text, bareProject);
      const problem = problems.find((one) => one.rule === rule && message.test(one.message));
      assert.ok(problem, JSON.stringify(problems));
      assert.deepEqual(problem.range, { start, end });
      if (fixed !== undefined) assert.equal(applyEdits(text, problem.fixes[0]?.edits ?? []), fixed);
    });
  }

  test("an unknown value always has the nearest known names as fixes", () => {
    const [problem] = nnet.read("network a { layer dense { activation: my_act } }", bareProject).problems;
    assert.equal(problem?.fixes.length, 3);
  });

  test("where the known names are many, they stand in the detail", () => {
    const [problem] = nnet.read("network a { layer gru }", bareProject).problems;
    assert.equal(problem?.message, "`gru` is not a kind of layer.");
    assert.match(problem.detail ?? "", /^Known are `dense`, .* and `frozen`\.$/u);
  });

  test("a name as Java writes it is read all the same", () => {
    const { networks } = nnet.read(
      "network a { train { updater: new Adam(0.1) l2: 1e-4f } layer dense { activation: Activation.TANH } }",
      bareProject,
    );
    assert.deepEqual([networks[0]?.train["l2"]?.value, networks[0]?.layers[0]?.settings["activation"]?.value], [1e-4, "TANH"]);
    assert.equal(nameOf(networks[0]?.train["updater"]?.value), "Adam");
  });

  test("a bare dropout has its two readings as fixes", () => {
    const text = "network a { layer dense { dropOut: 0.3 } }";
    const { problems, networks } = nnet.read(text, bareProject);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ["nnlint/bare-dropout"],
    );
    assert.deepEqual(
      problems[0]?.fixes.map(({ edits }) => applyEdits(text, edits)),
      [text.replace("0.3", "keep(0.3)"), text.replace("0.3", "drop(0.3)")],
    );
    assert.equal(networks[0]?.layers[0]?.settings["dropOut"]?.origin, "unknown");
  });
});

describe("one mistake is said once", () => {
  const texts: readonly string[] = [
    "network a {\n train { seed: 1 }\n l2: 2\n }\n input: vector(2)\n layer dense\n layer output\n}",
    "network a {\n train { seed: 1 }\n earlyStopping { patience: 3 }\n }\n input: vector(2)\n}",
    "network a {\n layer dense {\n nOut: 1 }}\n layer dense\n layer output\n}",
    "network a {\n layer dense nOut: 3, l2: 1 }\n layer output\n}",
    'network a {\n data { train: csv("a) }\n}',
    'network a {\n data { train: csv("a") } /*\n layer dense { nOut: 3 }\n}',
  ];
  for (const text of texts) {
    test(text, () => {
      const { problems } = nnet.read(text, bareProject);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const fixed = applyEdits(text, problems[0]?.fixes[0]?.edits ?? []);
      if (fixed !== text) assert.deepEqual(nnet.read(fixed, bareProject).problems, [], fixed);
    });
  }
});

describe("a damaged text still gives what its undamaged parts say", () => {
  const whole = `network a {
  train {
    seed: 7
    l2: 0.5
  }
  input: vector(2)
  layer dense { nOut: 3 }
  layer output { nOut: 4, loss: mse }
}
`;
  const damages: readonly (readonly [string, string])[] = [
    ["    l2: 0.5\n  }\n", "    l2: 0.5\n"],
    ["seed: 7", "seed: 7 }"],
    ["seed: 7", "earlyStopping { patience: 3 } }\n  seed: 7"],
    ["    seed: 7", "  }  earlyStopping { patience: 3 }\n    seed: 7"],
    ["l2: 0.5", "l2: 0.5\n    upd"],
    ["l2: 0.5", "updater: sgd(learningRate:\n    l2: 0.5"],
    ["l2: 0.5", "updater: sgd(learningRate: 0.1,\n    l2: 0.5"],
    ["input: vector(2)", "input: vector(2"],
    ["network a {", "netwrok a {"],
    ["network a {", "network {"],
    ["network a {", "network a {\n§§§ ???"],
    ["\n}\n", "\n"],
    ["layer dense { nOut: 3 }", "layer dense { nOut: 3\n"],
    ["layer dense { nOut: 3 }", "layer dense { nOut: 3 }}"],
    ["layer dense { nOut: 3 }", "layer dense nOut: 3 }\n  layer dense { nOut: 3 }"],
  ];
  for (const [from, to] of damages) {
    test(`${JSON.stringify(from)} for ${JSON.stringify(to)}`, () => {
      const { networks, problems } = nnet.read(whole.replace(from, to), bareProject);
      assert.ok(problems.length > 0);
      const [network] = networks;
      assert.deepEqual([network?.train["seed"]?.value, network?.train["l2"]?.value], [7, 0.5]);
      assert.equal(network?.inputs.length, 1);
      const output = network.layers.find(({ kind }) => kind === "OutputLayer");
      assert.equal(output?.settings["loss"]?.value, "MSE");
      assert.ok(network.layers.some(({ kind, settings }) => kind === "DenseLayer" && settings["nOut"]?.value === 3));
    });
  }
});
