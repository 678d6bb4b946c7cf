import { isKnown, isWritten, type Setting } from "../model/setting.js";
import type { Layer, Network, Rate, Updater } from "../model/network.js";
import { innermost, isFrozen } from "./layers-of.js";

/** An updater that moves weights, with the layers it moves. */
export interface UpdaterInForce extends Updater {
  readonly setting: Setting<Updater>;
  readonly layers: readonly Layer[];
}

/**
 * Every updater that moves weights, once: the run's, and those that layers have for themselves. Frozen layers and unknown updaters are left out.
 */
export function updatersInForce(network: Network): UpdaterInForce[] {
  const learning = network.layers
    .filter((layer) => !isFrozen(layer))
    .map(innermost)
    .filter((layer) => layer.updater !== undefined);
  const shared = learning.filter((layer) => !isOwn(layer));
  const own = learning.filter(isOwn).flatMap((layer) => inForce(layer.updater, [layer]));
  return [...(shared.length > 0 ? inForce(network.train.updater, shared) : []), ...own];
}

function inForce(setting: Setting<Updater> | undefined, layers: readonly Layer[]): UpdaterInForce[] {
  return isKnown(setting) ? [{ ...setting.value, setting, layers }] : [];
}

/** A layer's updater that is written on it, whole or in part. */
function isOwn({ updater }: Layer): boolean {
  if (!isKnown(updater)) return isWritten(updater);
  const parts = Object.values(updater.value).filter((part: string | Setting<Rate>) => typeof part !== "string");
  return updater.origin === "explicit" || parts.some(isWritten);
}
