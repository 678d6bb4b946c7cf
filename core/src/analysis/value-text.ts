import { isSetting, type Setting, type Shape } from "../model/index.js";

/** A setting's value for people: `Nesterovs(learningRate: 0.1, momentum: 0.9)`, `3 × 3`; `?` when it is not known. */
export function settingText(setting: Setting<unknown>): string {
  return setting.origin === "unknown" ? "?" : valueText(setting.value);
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(" × ");
  if (typeof value !== "object" || value === null) return String(value);
  if (isSetting(value)) return settingText(value);
  if ("kind" in value) return shapeText(value as Shape);
  if ("coefficient" in value) return String(value.coefficient);
  const { name, args, ...own } = value as { readonly name: string; readonly args?: object };
  const said = Object.entries({ ...own, ...args }).flatMap(([key, part]) => (isSetting(part) ? [`${key}: ${settingText(part)}`] : []));
  return said.length === 0 ? name : `${name}(${said.join(", ")})`;
}

function shapeText(shape: Shape): string {
  if (shape.kind === "feedForward") return String(shape.size);
  if (shape.kind === "recurrent") return `${shape.size} × ${shape.steps ?? "steps"}`;
  const depth = shape.kind === "convolutional3D" ? `${shape.depth} × ` : "";
  return `${shape.channels} × ${depth}${shape.height} × ${shape.width}`;
}
