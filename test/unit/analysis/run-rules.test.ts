import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defaultConfiguration } from "../../../core/src/analysis/configure.js";
import { frontEndOf } from "../../../core/src/analysis/notation.js";
import { runRules, type ActiveRule, type RuleFailure } from "../../../core/src/analysis/run-rules.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { defineRule } from "../../../core/src/rules/define-rule.js";
import { tooHigh } from "../../../core/src/rules/learning-rate/too-high.js";

const text = "network a {\n  train { updater: sgd(learningRate: 5), epochs: 3 }\n  input: vector(4)\n  layer output { nOut: 3 }\n}\n";

const throwing = defineRule({
  id: "learning-rate/throwing",
  severity: "warning",
  check() {
    throw new TypeError("no such rate");
  },
});

const withoutFixes = defineRule({
  id: "learning-rate/without-fixes",
  severity: "warning",
  check({ network, report }) {
    report({
      message: "Said.",
      detail: "",
      at: network.train.updater,
      fixes: () => {
        throw new RangeError("no such fix");
      },
    });
  },
});

/** What the rules say of the text, and what failed so far. */
function run(...rules: readonly ActiveRule["rule"][]) {
  const frontEnd = frontEndOf("nnet");
  const file = frontEnd.read(text, { version: null, configuration: defaultConfiguration });
  const [written] = file.networks;
  assert.ok(written);
  const failures: RuleFailure[] = [];
  const active = rules.map((rule) => ({ rule, severity: undefined, options: {} }));
  const findings = runRules(active, { frontEnd, file, index: 0, network: resolve(written) }, failures);
  return { findings, failures };
}

describe("a rule that throws", () => {
  test("is named with its error, and the other rules' findings stand", () => {
    const { findings, failures } = run(throwing, tooHigh);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["learning-rate/too-high"],
    );
    assert.deepEqual(failures, [{ rule: "learning-rate/throwing", error: new TypeError("no such rate") }]);
  });

  test("while it works out its fixes keeps its finding, without fixes, and fails once", () => {
    const { findings, failures } = run(withoutFixes, tooHigh);
    assert.deepEqual(failures, []);
    const said = findings.find(({ rule }) => rule === "learning-rate/without-fixes");
    assert.deepEqual([said?.fixes, said?.fixes], [[], []]);
    assert.deepEqual(failures, [{ rule: "learning-rate/without-fixes", error: new RangeError("no such fix") }]);
  });
});
