import type { Layer, Network } from "../../model/network.js";
import type { Severity } from "../../model/finding.js";
import { isKnown, valueOf } from "../../model/setting.js";
import { activationName, isFrozen, isHidden, isRectified } from "./layer-kinds.js";
import { innermost } from "../../resolve/layers-of.js";
import { answers } from "./output-activation.js";

/** A hidden layer that saturates, and how bad that is in this network. */
export interface Saturation {
  readonly layer: Layer;
  readonly activation: string;
  readonly severity: Extract<Severity, "warning" | "info">;
  /** Why: so many in a row; the only one among rectified layers; by itself. */
  readonly reason: "stack" | "lone" | "hard" | "few";
  /** Saturating layers on the longest way through this one. */
  readonly depth: number;
}

export interface SaturationOptions {
  readonly saturating: readonly string[];
  /** So many saturating layers with nothing between them are too many. */
  readonly depth: number;
  /** Up to so many sigmoid layers are only remarked. */
  readonly few: number;
}

/** Layers and vertices after which a gradient is as large as before: normalization, and joins that a skip connection comes in at. */
const refreshing: ReadonlySet<string> = new Set(["BatchNormalization", "ElementWiseVertex", "MergeVertex", "L2NormalizeVertex"]);

/** The hidden layers that saturate, worst cases as warnings. Layers whose activation is unknown are passed over. */
export function saturations(network: Network, options: SaturationOptions): readonly Saturation[] {
  const hidden = network.layers.filter(
    (layer) => carriesActivation(network, layer) && !isGeneratorEnd(network, layer) && !isGate(network, layer) && !answers(network, layer),
  );
  const saturating = hidden.filter((layer) => options.saturating.includes(activationName(layer) ?? ""));
  const depths = stackDepths(network, new Set(saturating));
  const sigmoids = saturating.filter((layer) => activationName(layer) === "SIGMOID").length;
  return saturating.flatMap((layer) => {
    const found = { layer, activation: activationName(layer) ?? "", depth: depths.get(layer) ?? 1 };
    const judged = judge(found, { tooDeep: found.depth >= options.depth, lone: isLone(layer, hidden), few: sigmoids <= options.few });
    return judged ? [{ ...found, ...judged }] : [];
  });
}

function judge(
  { activation }: Pick<Saturation, "activation">,
  { tooDeep, lone, few }: { readonly tooDeep: boolean; readonly lone: boolean; readonly few: boolean },
): Pick<Saturation, "severity" | "reason"> | undefined {
  if (tooDeep) return { severity: "warning", reason: "stack" };
  if (activation === "SIGMOID" && lone) return { severity: "warning", reason: "lone" };
  if (activation === "HARDSIGMOID") return { severity: "warning", reason: lone ? "lone" : "hard" };
  return activation === "SIGMOID" && few ? { severity: "info", reason: "few" } : undefined;
}

/**
 * These layers, and those that would have to be repaired with them: once these are rectified, a sigmoid left over would stand alone.
 * One that nobody wrote has a finding, and a repair, of its own.
 */
export function repairedTogether(network: Network, layers: readonly Layer[], options: SaturationOptions): readonly Layer[] {
  const warned = new Set(alarming(network, options));
  const after = { ...network, layers: network.layers.map((layer) => (layers.includes(layer) ? rectify(layer) : layer)) };
  const alone = new Set(alarming(after, options));
  const more = network.layers.filter((layer) => !warned.has(layer.name) && alone.has(layer.name) && isWrittenActivation(layer));
  return more.length === 0 ? layers : repairedTogether(network, [...layers, ...more], options);
}

function alarming(network: Network, options: SaturationOptions): readonly string[] {
  return saturations(network, options).flatMap(({ layer, severity }) => (severity === "warning" ? [layer.name] : []));
}

function isWrittenActivation(layer: Layer): boolean {
  return innermost(layer).activation?.origin !== "default";
}

function rectify(layer: Layer): Layer {
  if (layer.inner) return { ...layer, inner: rectify(layer.inner) };
  return layer.activation && isKnown(layer.activation) ? { ...layer, activation: { ...layer.activation, value: "RELU" } } : layer;
}

/** Hidden layers with weights, and the activation layers that stand in for theirs. */
function carriesActivation(network: Network, layer: Layer): boolean {
  return (isHidden(network, layer) && activationName(layer) !== "IDENTITY") || layer.kind === "ActivationLayer";
}

/** The layer whose output is judged beside real examples, or by a frozen network: the last one of a generator. */
function isGeneratorEnd(network: Network, layer: Layer): boolean {
  const inputs = new Set(network.inputs.map(({ name }) => name));
  const isJudge = (follower: Layer) => isFrozen(follower) || (follower.isVertex && follower.from.some((name) => inputs.has(name)));
  return !isFrozen(layer) && followers(network, layer).some(isJudge);
}

/** A sigmoid that is multiplied with something else is a gate, and meant to be one. */
function isGate(network: Network, layer: Layer): boolean {
  return followers(network, layer).some(
    ({ kind, more, isVertex }) => isVertex && kind === "ElementWiseVertex" && valueOf(more.op) === "Product",
  );
}

const followersByName = new WeakMap<readonly Layer[], ReadonlyMap<string, readonly Layer[]>>();

/** The layers that a layer feeds. */
function followers({ layers }: Network, { name }: Layer): readonly Layer[] {
  const known = followersByName.get(layers) ?? indexFollowers(layers);
  followersByName.set(layers, known);
  return known.get(name) ?? [];
}

function indexFollowers(layers: readonly Layer[]): ReadonlyMap<string, readonly Layer[]> {
  const followers = new Map<string, Layer[]>();
  for (const layer of layers)
    for (const name of new Set(layer.from)) {
      const known = followers.get(name) ?? [];
      known.push(layer);
      followers.set(name, known);
    }
  return followers;
}

/** The only layer that is not rectified, of two or more. */
function isLone(layer: Layer, hidden: readonly Layer[]): boolean {
  const others = hidden.filter((other) => other !== layer && activationName(other) !== "IDENTITY");
  return others.length > 0 && others.every(isRectified);
}

/** For each counted layer: how many of them lie on the longest way through it that no refreshing layer interrupts. */
function stackDepths(network: Network, counted: ReadonlySet<Layer>): ReadonlyMap<Layer, number> {
  const byName = new Map(network.layers.map((layer) => [layer.name, layer]));
  const before = waysTo(network.layers, ({ from }) => from.flatMap((name) => byName.get(name) ?? []), counted);
  const after = waysTo(network.layers.toReversed(), (layer) => followers(network, layer), counted);
  return new Map([...counted].map((layer) => [layer, (before.get(layer) ?? 0) + (after.get(layer) ?? 0) - 1]));
}

function waysTo(
  ordered: readonly Layer[],
  neighbours: (layer: Layer) => readonly Layer[],
  counted: ReadonlySet<Layer>,
): ReadonlyMap<Layer, number> {
  const longest = new Map<Layer, number>();
  for (const layer of ordered) {
    const incoming = Math.max(0, ...neighbours(layer).map((neighbour) => longest.get(neighbour) ?? 0));
    longest.set(layer, refreshing.has(layer.kind) ? 0 : incoming + (counted.has(layer) ? 1 : 0));
  }
  return longest;
}
