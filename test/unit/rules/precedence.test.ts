// One cause, one finding: for each pair of the order a configuration in which both rules see the same, of which one speaks.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { precedence } from "../../../core/src/analysis/precedence.js";
import { analyse } from "../../../core/src/analysis/workspace.js";
import { everyConfig, type Config } from "./every-config.js";

const configs = everyConfig();

/** The rules that speak, each as often as it does. */
async function spoken({ text, notation, environment }: Config, silenced: string | undefined): Promise<readonly string[]> {
  const { project } = environment;
  const rules = silenced === undefined ? {} : { [silenced]: "off" as const };
  const configuration = { ...project.configuration, rules: { ...project.configuration.rules, ...rules } };
  const { findings } = await analyse(text, notation, { ...environment, project: { ...project, configuration } });
  return findings.map(({ rule }) => rule);
}

const times = (rules: readonly string[], one: string) => rules.filter((rule) => rule === one).length;

describe("of two rules that see the same, the stronger speaks", () => {
  const speaking = new Map<string, Config[]>();
  before(async () => {
    for (const config of configs)
      for (const rule of new Set(await spoken(config, undefined))) speaking.set(rule, [...(speaking.get(rule) ?? []), config]);
  });

  for (const { stronger, weaker, same } of precedence)
    test(`${stronger} before ${weaker}, by ${same}`, async () => {
      let isSeen = false;
      for (const config of speaking.get(stronger) ?? []) {
        const [both, alone] = [await spoken(config, undefined), await spoken(config, stronger)];
        isSeen ||= times(alone, weaker) > times(both, weaker);
      }
      assert.ok(isSeen, "a configuration of the repository has both");
    });
});
