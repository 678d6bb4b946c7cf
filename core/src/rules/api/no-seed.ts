import { defineRule, preferred, set, suggest } from "../define-rule.js";

/** A network whose runs cannot be repeated. */
export const noSeed = defineRule({
  id: "api/no-seed",
  severity: "hint",
  options: { seed: 123 },

  check({ network, options, report }) {
    const { seed } = network.train;
    // A network that is built on brings its own seed, and so does one that is put together out of sight.
    if (network.kind === "transfer" || seed.range !== null || network.written.train.seed !== undefined) return;
    report({
      at: seed,
      message: "No seed is set: every run starts from other weights.",
      detail: "With a seed a run can be repeated, and a change of the configuration can be told from luck.",
      fixes: [preferred(suggest(`Set seed to ${options.seed}`, set("train.seed", options.seed)))],
    });
  },
});
