import assert from "node:assert/strict";
import type { ParsedFile, Range, Setting, Value } from "../../../core/src/model/index.js";
import { isCall } from "../../../core/src/model/index.js";

/** Every range of a file lies in its text. */
export function assertRangesInside(file: ParsedFile): void {
  const { length } = file.text;
  for (const { start, end } of rangesOf(file)) assert.ok(0 <= start && start <= end && end <= length, `${start}–${end} of ${length}`);
}

function rangesOf({ networks, comments }: ParsedFile): Range[] {
  const ranges: Range[] = comments.map((comment) => comment.range);
  const setting = (one: Setting<Value> | null | undefined): void => {
    if (one?.range) ranges.push(one.range);
    if (isCall(one?.value)) Object.values(one.value.args).forEach(setting);
  };
  for (const network of networks) {
    ranges.push(network.range, ...network.apiUses.map((use) => use.range));
    for (const { range, nameRange, valueRange } of network.entries) ranges.push(range, nameRange, ...(valueRange ? [valueRange] : []));
    for (const section of [network.train, network.defaults, network.data]) Object.values(section).forEach(setting);
    for (const layer of network.layers) {
      ranges.push(layer.kindRange);
      Object.values(layer.settings).forEach(setting);
    }
    network.inputs.forEach(({ type }) => {
      setting(type);
    });
  }
  return ranges;
}
