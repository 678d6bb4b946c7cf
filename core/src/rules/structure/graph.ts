import { closest, distance } from "fastest-levenshtein";
import type { Fix } from "../../model/change.js";
import type { Network } from "../../model/network.js";
import type { Range } from "../../model/range.js";
import { isKnown } from "../../model/setting.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, preferred, suggest, type Report } from "../define-rule.js";

/** A graph whose parts do not hang together. */
export const graph = defineRule({
  id: "structure/graph",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const names = namesOf(network);
    if (network.kind !== "graph" || !names) return;
    for (const said of [...unknownSources(network, names), ...unknownOutputs(network, names), ...loose(network, names)]) report(said);
  },
});

/** Names of inputs, layers and vertices; `undefined` where one is not known. */
function namesOf({ written }: Network): ReadonlySet<string> | undefined {
  const names = [...written.inputs.map(({ name }) => name), ...written.layers.map(({ name }) => name)];
  const isComplete = names.every((name) => name !== null) && written.layers.every(({ kind }) => kind !== "Layer");
  return isComplete ? new Set(names) : undefined;
}

function unknownSources({ written }: Network, names: ReadonlySet<string>): Report[] {
  return written.layers.flatMap(({ from, name }) =>
    from.flatMap((source) => {
      const meant = names.has(source.name) ? undefined : nearest(source.name, names);
      if (meant === undefined) return [];
      return {
        at: { anchor: source.range },
        message: `${name ?? "The layer"} takes "${source.name}", and nothing has that name.`,
        detail: `Deeplearning4j throws when the graph is built. Did you mean "${meant}"?`,
        fixes: [toName(source.range, meant)],
      };
    }),
  );
}

function unknownOutputs({ written }: Network, names: ReadonlySet<string>): Report[] {
  const { outputs } = written.train;
  if (!isKnown(outputs) || !Array.isArray(outputs.value)) return [];
  const named: readonly unknown[] = outputs.value;
  return named.flatMap((name) => {
    const meant = typeof name !== "string" || names.has(name) ? undefined : nearest(name, names);
    if (meant === undefined) return [];
    return {
      at: outputs,
      message: `The output "${String(name)}" is no layer.`,
      detail: `Deeplearning4j throws when the graph is built. Did you mean "${meant}"?`,
      fixes: named.length === 1 && outputs.range ? [toName(outputs.range, meant)] : [],
    };
  });
}

function toName(at: Range, name: string): Fix {
  return preferred(suggest(`Write “${name}”`, { kind: "respell", at, as: name }));
}

/** A name that differs in a letter or two: what is quite another may be added where the text cannot be followed. */
function nearest(name: string, names: ReadonlySet<string>): string | undefined {
  const near = names.size === 0 ? undefined : closest(name, [...names]);
  return near !== undefined && distance(name, near) <= 2 ? near : undefined;
}

/** Layers that feed nothing and are no outputs: refused from 1.0.0-alpha on. */
function loose({ written, framework }: Network, names: ReadonlySet<string>): Report[] {
  const { outputs } = written.train;
  const isOpen = written.apiUses.some(({ name }) => name === "allowDisconnected");
  if (!isKnown(outputs) || !Array.isArray(outputs.value) || isOpen || !atLeast(framework.version, "1.0.0-alpha")) return [];
  const named: readonly unknown[] = outputs.value;
  const used = new Set<unknown>([...named, ...written.layers.flatMap(({ from }) => from.map(({ name }) => name))]);
  // Where a name leads nowhere, a part of the graph is out of sight.
  const isWhole = [...used].every((name) => typeof name === "string" && names.has(name));
  if (!isWhole || written.inputs.length === 0) return [];
  // A layer without sources takes the one before it.
  if (written.layers.some(({ from }) => from.length === 0)) return [];
  return written.layers
    .filter(({ name }) => !used.has(name))
    .map(({ name, kindRange }) => ({
      at: { anchor: kindRange },
      message: `"${name ?? ""}" feeds nothing and is no output.`,
      detail: "Deeplearning4j refuses layers that lead nowhere, from 1.0.0-alpha on. Name it in setOutputs, or take it out.",
    }));
}
