import assert from "node:assert/strict";
import { kotlin } from "../../../core/src/frontends/dl4j/index.js";
import type { Change, ParsedFile, WrittenNetwork } from "../../../core/src/model/index.js";
import { applyEdits, projectWith } from "./reading.js";

const header = "import org.deeplearning4j.nn.conf.NeuralNetConfiguration\n\n";

/** A function around statements, with the import that makes it Deeplearning4j's. */
export function inFunction(statements: string): string {
  return `${header}fun main() {\n${statements}\n}\n`;
}

/** Declarations of a file. */
export function inFile(declarations: string): string {
  return `${header}${declarations}\n`;
}

export function read(text: string, version?: string): ParsedFile {
  return kotlin.read(text, projectWith(version));
}

/** The only network of a text. */
export function onlyNetwork(text: string, version?: string): WrittenNetwork {
  const { networks } = read(text, version);
  assert.equal(networks.length, 1, `${networks.length} networks`);
  const [network] = networks;
  assert.ok(network);
  return network;
}

/** The text after changes to its first network; `null` when they cannot be said. */
export function edited(text: string, changes: readonly Change[], version?: string): string | null {
  const edits = kotlin.edit(read(text, version), 0, changes);
  return edits && applyEdits(text, edits);
}
