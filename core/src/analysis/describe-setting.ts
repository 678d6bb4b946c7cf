import type { AnalysedFile } from "./analyse.js";
import type { Range } from "../model/range.js";
export function describeSetting(_: AnalysedFile, __: number): { range: Range; markdown: string } | undefined {
  return undefined;
}
