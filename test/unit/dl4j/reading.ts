import assert from "node:assert/strict";
import { java } from "../../../core/src/frontends/dl4j/index.js";
import type {
  Change,
  NewValue,
  ParsedFile,
  ProjectFacts,
  Setting,
  TextEdit,
  Value,
  WrittenLayer,
  WrittenNetwork,
} from "../../../core/src/model/index.js";
import { isCall } from "../../../core/src/model/index.js";

/** A project without build files, or with the version that they say. */
export function projectWith(version?: string): ProjectFacts {
  return {
    version: version === undefined ? null : { value: version, from: "build file" },
    configuration: { preset: "recommended", rules: {} },
  };
}

/** A class around statements, with the imports that make it Deeplearning4j's. */
export function inMethod(statements: string): string {
  return `import org.deeplearning4j.nn.conf.NeuralNetConfiguration;\n\npublic class Example {\n    public static void main(String[] args) {\n${statements}\n    }\n}\n`;
}

export function read(text: string, version?: string): ParsedFile {
  return java.read(text, projectWith(version));
}

/** The only network of a text. */
export function onlyNetwork(text: string, version?: string): WrittenNetwork {
  const { networks } = read(text, version);
  assert.equal(networks.length, 1, `${networks.length} networks`);
  const [network] = networks;
  assert.ok(network);
  return network;
}

/** A value without ranges: what a text says, to compare. */
export function plain(value: Value | null | undefined): NewValue | null | undefined {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item: Value) => plain(item) ?? "?");
  if (!isCall(value)) return typeof value === "object" ? undefined : value;
  return { name: value.name, args: plainArguments(value.args) };
}

export function plainArguments(args: Readonly<Record<string, Setting<Value>>>): Record<string, NewValue> {
  return Object.fromEntries(Object.entries(args).map(([key, setting]) => [key, plain(setting.value) ?? "unknown"]));
}

export function plainLayer(layer: WrittenLayer): Record<string, unknown> {
  return {
    kind: layer.kind,
    ...plainArguments(layer.settings),
    ...(layer.inner && { inner: plainLayer(layer.inner) }),
  };
}

/** The text of a setting. */
export function textOf(text: string, setting: Setting<unknown> | undefined): string | undefined {
  return setting?.range ? text.slice(setting.range.start, setting.range.end) : undefined;
}

/** The text after changes to its first network; `null` when they cannot be said. */
export function edited(text: string, changes: readonly Change[], version?: string): string | null {
  const edits = java.edit(read(text, version), 0, changes);
  return edits && applyEdits(text, edits);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { range, newText } of edits) {
    assert.ok(range.start >= at && range.end >= range.start, "edits are sorted and apart");
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
