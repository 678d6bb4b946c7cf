import type { Layer, Network } from "../../../core/src/model/network.js";
import { isSetting, type Setting } from "../../../core/src/model/setting.js";
import type { Unsupported } from "../engine.js";

/** What the run says of itself (the seed), or `unread-calls.ts` with a better reason. */
const saidElsewhere: ReadonlySet<string> = new Set(["train.seed", "train.dropConnect"]);

/** Settings that are written, and whose value cannot be read off the text: a run trains with something else, which must be said. */
export function unreadValues({ train, layers }: Network): readonly Unsupported[] {
  const settings = [...settingsIn(train), ...layers.flatMap(settingsOf)];
  const unread = settings.filter(({ origin, range, address }) => origin === "unknown" && range !== null && !saidElsewhere.has(address));
  // one text may count for many layers
  return [...new Set(unread.map(({ address }) => address))].map((setting) => ({
    setting,
    reason: "its value cannot be read off the text, and what is usual is taken in its place",
  }));
}

function settingsOf(layer: Layer): readonly Setting<unknown>[] {
  return [...settingsIn(layer), ...settingsIn(layer.more), ...(layer.inner ? settingsOf(layer.inner) : [])];
}

const settingsIn = (holder: object): readonly Setting<unknown>[] => Object.values(holder).filter(isSetting);
