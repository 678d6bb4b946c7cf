import type { Editing } from "./written-file.js";
import { isAtLeast } from "./written-file.js";

/** How a constant is named where the file does not show it: with the class that is imported for it. */
const prefixes: Readonly<Record<string, string>> = {
  LossFunction: "LossFunctions.LossFunction",
};

/** An enumeration constant as the file spells it: `LossFunctions.LossFunction.MSE`, `LossFunction.MSE`, or bare behind a static import. */
export function enumerationConstant(owner: string, name: string, editing: Editing): string {
  const prefix = prefixInUse(owner, editing) ?? prefixByImport(owner, editing);
  if (prefix === "") return name;
  return `${prefix}.${name}`;
}

/** What stands before the constants of this enumeration elsewhere in the file. */
function prefixInUse(owner: string, { text, network }: Editing): string | undefined {
  for (const use of network.apiUses) {
    if (use.kind !== "constant" || use.owner !== owner) continue;
    const written = text.slice(use.range.start, use.range.end);
    if (!written.endsWith(`.${use.name}`)) continue; // bare: each needs a static import of its own
    return written.slice(0, -use.name.length - 1);
  }
  return undefined;
}

function prefixByImport(owner: string, editing: Editing): string {
  const { imports } = editing.recorder.scope.program;
  const isDirect = imports.some((one) => !one.isStatic && !one.isWildcard && one.path.endsWith(`.${owner}`));
  const prefix = owner === "PoolingType" && !isAtLeast(editing, "0.8.0") ? "SubsamplingLayer.PoolingType" : (prefixes[owner] ?? owner);
  if (isDirect) return owner;
  editing.edits.imports.add(prefix.split(".")[0] ?? prefix);
  return prefix;
}
