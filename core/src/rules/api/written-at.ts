import type { Arguments, Value } from "../../model/value.js";
import type { Network } from "../../model/network.js";
import type { Setting } from "../../model/setting.js";
import type { WrittenLayer } from "../../model/written.js";

/** Where calls of one builder write: `train`, `defaults`, `layers.3`, `layers.3.inner`. */
export function sectionOf(address: string): string {
  return address.replace(/\.[^.]+$/, "");
}

/** What one builder's calls wrote. */
export function writtenIn({ written }: Network, section: string): Arguments {
  if (section === "train" || section === "defaults") return written[section];
  const [, index, ...inner] = section.split(".");
  const outer: WrittenLayer | undefined = written.layers[Number(index)];
  return inner.reduce<WrittenLayer | undefined>((layer) => layer?.inner, outer)?.settings ?? {};
}

/** The setting that is written at an address. */
export function writtenAt(network: Network, address: string | null): Setting<Value> | undefined {
  if (address === null) return undefined;
  return writtenIn(network, sectionOf(address))[address.slice(address.lastIndexOf(".") + 1)];
}
