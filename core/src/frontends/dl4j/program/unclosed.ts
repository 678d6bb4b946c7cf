import type { Expression, Invoke } from "./expression.js";

/** Calls that only the configuration's own builders have: found behind a layer, they belong to the chain outside it. */
const outerCalls = new Set(
  (
    "layer list addLayer addVertex addInputs setOutputs setInputType setInputTypes graphBuilder pretrain backprop backpropType " +
    "tBPTTForwardLength tBPTTBackwardLength tBPTTLength inputPreProcessor optimizationAlgo iterations seed regularization"
  ).split(" "),
);

/**
 * An unclosed `(` makes the links on the following lines part of its last argument: `.nIn(784⏎.nOut(10)`.
 * @returns the argument as it was meant and the links that belong to the chain outside; `undefined` when nothing was swallowed
 */
export function splitSwallowed(
  argument: Expression,
  isClosed: boolean,
  text: string,
): { argument: Expression; links: Invoke[] } | undefined {
  const links: Invoke[] = [];
  let base = argument;
  while (base.kind === "invoke" && base.on) {
    links.unshift(base);
    base = base.on;
  }
  const cut = firstForeign(base, links, isClosed, text);
  if (cut < 0) return undefined;
  return { argument: links[cut]?.on ?? base, links: links.slice(cut) };
}

function firstForeign(base: Expression, links: readonly Invoke[], isClosed: boolean, text: string): number {
  // a number has no methods: here the parenthesis that was meant for an outer call closes this one
  if (base.kind === "literal" && typeof base.value !== "string") return links.length > 0 ? 0 : -1;
  if (isClosed) return -1;
  const startsLine = (link: Invoke): boolean => /\n\s*$/.test(text.slice(Math.max(0, link.linkRange.start - 200), link.linkRange.start));
  const isBuilder = links[0]?.name === "builder" || (base.kind === "construct" && /Builder$/.test(base.type));
  if (isBuilder) {
    const built = links.findIndex((link) => link.name === "build");
    if (built >= 0 && built + 1 < links.length) return built + 1;
    return links.findIndex((link) => outerCalls.has(link.name) && startsLine(link));
  }
  return links.findIndex((link) => startsLine(link) || outerCalls.has(link.name));
}
