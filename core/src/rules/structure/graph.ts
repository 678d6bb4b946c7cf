import { closest } from "fastest-levenshtein";
import type { Network } from "../../model/network.js";
import { isKnown } from "../../model/setting.js";
import { atLeast } from "../../facts/versions.js";
import { defineRule, type Report } from "../define-rule.js";

/** A graph whose parts do not hang together. */
export const graph = defineRule({
  id: "structure/graph",
  severity: "error",
  notations: ["java", "kotlin"],

  check({ network, report }) {
    const names = namesOf(network);
    if (network.kind !== "graph" || !names) return;
    for (const said of [...unknownSources(network, names), ...unknownOutputs(network, names), ...missing(network), ...loose(network)])
      report(said);
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
    from
      .filter((source) => !names.has(source.name))
      .map((source) => ({
        at: { anchor: source.range },
        message: `${name ?? "The layer"} takes "${source.name}", and nothing has that name.`,
        detail: `Deeplearning4j throws when the graph is built.${nearest(source.name, names)}`,
      })),
  );
}

function unknownOutputs({ written }: Network, names: ReadonlySet<string>): Report[] {
  const { outputs } = written.train;
  if (!isKnown(outputs) || !Array.isArray(outputs.value)) return [];
  return outputs.value.flatMap((name: unknown) =>
    typeof name === "string" && !names.has(name)
      ? [
          {
            at: outputs,
            message: `The output "${name}" is no layer.`,
            detail: `Deeplearning4j throws when the graph is built.${nearest(name, names)}`,
          },
        ]
      : [],
  );
}

function nearest(name: string, names: ReadonlySet<string>): string {
  return names.size === 0 ? "" : ` Did you mean "${closest(name, [...names])}"?`;
}

function missing({ written, anchors }: Network): Report[] {
  const isOpen = written.apiUses.some(({ name }) => name === "allowNoOutput");
  return [
    ...(written.inputs.length === 0
      ? [
          {
            at: { anchor: anchors.network },
            message: "The graph has no inputs.",
            detail: "addInputs(…) names them; Deeplearning4j throws when the graph is built.",
          },
        ]
      : []),
    ...(written.train.outputs === undefined && !isOpen
      ? [
          {
            at: { anchor: anchors.network },
            message: "The graph has no outputs.",
            detail: "setOutputs(…) names them; Deeplearning4j throws when the graph is built.",
          },
        ]
      : []),
  ];
}

/** Layers that feed nothing and are no outputs: refused from 1.0.0-alpha on. */
function loose({ written, framework }: Network): Report[] {
  const { outputs } = written.train;
  const isOpen = written.apiUses.some(({ name }) => name === "allowDisconnected");
  if (!isKnown(outputs) || !Array.isArray(outputs.value) || isOpen || !atLeast(framework.version, "1.0.0-alpha")) return [];
  const used = new Set<unknown>([...outputs.value, ...written.layers.flatMap(({ from }) => from.map(({ name }) => name))]);
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
