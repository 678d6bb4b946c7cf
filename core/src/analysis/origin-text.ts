import type { LineIndex } from "../model/lines.js";
import type { Network } from "../model/network.js";
import type { Setting } from "../model/setting.js";

/** Where a value comes from, in words: `inherited from line 12`, `the default of Deeplearning4j 0.9.1`. */
export function originText({ origin, range, definedAt }: Setting<unknown>, { framework }: Network, lines: LineIndex): string {
  const line = (at: number) => `line ${lines.positionAt(at).line + 1}`;
  switch (origin) {
    case "explicit":
      if (definedAt) return `from \`${definedAt.name}\`, ${line(definedAt.range.start)}`;
      return range ? `written in ${line(range.start)}` : "written";
    case "inherited":
      return range ? `inherited from ${line(range.start)}` : "inherited";
    case "default":
      return `the default of Deeplearning4j ${framework.version}`;
    case "inferred":
      return "inferred from what is around it";
    case "unknown":
      return "which the text alone does not tell";
  }
}
