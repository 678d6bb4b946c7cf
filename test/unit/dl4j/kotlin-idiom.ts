import assert from "node:assert/strict";
import { test } from "node:test";
import { settingAt } from "../../../core/src/frontends/dl4j/edit/written-file.js";
import type { NewValue, WrittenNetwork } from "../../../core/src/model/index.js";
import { inFunction, onlyNetwork } from "./kotlin-reading.js";
import { plain, textOf } from "./reading.js";

/** A way of writing networks in Kotlin, and what nnlint reads: values, and the text that each stands in. */
export interface Idiom {
  readonly name: string;
  readonly text: string;
  /** Values by address; `null` is unknown, `undefined` not written. */
  readonly says: Readonly<Record<string, NewValue | null | undefined>>;
  /** The text that values stand in, by address. */
  readonly at?: Readonly<Record<string, string>>;
  readonly network?: string;
}

export const dense = "DenseLayer.Builder().nIn(4).nOut(8).build()";
export const output = "OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).build()";
export const conf = (calls: string): string =>
  inFunction(`    val conf = NeuralNetConfiguration.Builder()${calls}.list().layer(${dense}).layer(${output}).build()`);
export const oneLayer = (layer: string, before = ""): string =>
  inFunction(`${before}\n    val conf = NeuralNetConfiguration.Builder().list().layer(0, ${layer}).build()`);

/** A test for each idiom. */
export function reads(idioms: readonly Idiom[]): void {
  for (const { name, text, says, at = {}, network: expected } of idioms) {
    test(name, () => {
      const network = onlyNetwork(text);
      const seen = Object.fromEntries(Object.keys(says).map((address) => [address, valueAt(network, address)]));
      assert.deepEqual(seen, says);
      for (const [address, written] of Object.entries(at)) assert.equal(textOf(text, settingAt(network, address)), written, address);
      if (expected !== undefined) assert.equal(network.name, expected);
    });
  }
}

export function valueAt(network: WrittenNetwork, address: string): NewValue | null | undefined {
  const setting = settingAt(network, address);
  return setting && (plain(setting.value) ?? null);
}
