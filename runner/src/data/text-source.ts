import path from "node:path";
import { decode } from "../../../core/src/data-profile/profile-csv.js";
import type { Network } from "../../../core/src/model/network.js";
import { valueOf } from "../../../core/src/model/setting.js";
import type { Call } from "../../../core/src/model/value.js";
import { DataError } from "./data-error.js";
import { onlyInputAndOutput } from "./labelled-examples.js";
import { readBytes } from "./open-files.js";
import { isPerStep, type OutputNeeds } from "./outputs.js";
import type { RawData } from "./raw-data.js";

const usualLength = 50;

/** So many numbers are held at most; of a longer text the beginning is taken. */
const mostNumbers = 2 ** 28;

/** A text as examples, with the characters that it was coded by. */
export interface TextData extends RawData {
  readonly characters: readonly string[];
}

/**
 * The examples of `text("path", length: …)`: pieces of so many characters, one-hot, each of which predicts the next one. A rest that is
 * shorter is left out.
 * @param training the characters of the training text, by which those of a test text are coded
 */
export async function readText(
  network: Network,
  outputs: readonly OutputNeeds[],
  { args }: Call,
  { folder, training }: { readonly folder: string; readonly training?: readonly string[] },
): Promise<TextData> {
  const [written, length] = [valueOf(args.path), valueOf(args.length)];
  if (typeof written !== "string") throw new DataError("The path of the text is not known.", "Write it in quotation marks.");
  const text = Array.from(decode(await readBytes(path.resolve(folder, written), written)));
  const steps = typeof length === "number" && length >= 1 ? Math.floor(length) : usualLength;
  const characters = training ?? [...new Set(text)].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
  const { input, output } = onlyInputAndOutput(network, outputs, written);
  checkSizes(network, output, characters.length, written);
  const most = Math.floor(mostNumbers / (2 * characters.length * steps));
  const count = Math.min(most, Math.floor((text.length - 1) / steps));
  if (count < 1)
    throw new DataError(
      `${written} has ${text.length} characters: not one piece of ${steps} and the one after it.`,
      "Take a longer text, or a smaller length.",
    );
  const codes = codesOf(text, characters, written);
  return {
    dataset: {
      count,
      features: { [input.name]: oneHot(codes, 0, { count, width: characters.length, steps }) },
      labels: { [output.name]: oneHot(codes, 1, { count, width: characters.length, steps }) },
    },
    oneHot: { [input.name]: characters.map(() => true) },
    kinds: { [output.name]: "oneHot" },
    isSequence: true,
    characters,
  };
}

function checkSizes({ inputs }: Network, output: OutputNeeds, characters: number, written: string): void {
  const shape = valueOf(inputs[0]?.type);
  const size = shape && "size" in shape ? shape.size : undefined;
  if (size !== characters)
    throw new DataError(
      `${written} has ${characters} different characters, the network's input takes ${size ?? "no series of them"}.`,
      `Write input: sequence(features: ${characters}).`,
    );
  if (!isPerStep(output) || output.units !== characters)
    throw new DataError(
      `${written} has ${characters} different characters, output layer ${output.id} gives ${output.units} values${isPerStep(output) ? "" : " for a whole series"}.`,
      `End with: layer rnnOutput { nOut: ${characters}, activation: softmax, loss: mcxent }.`,
    );
}

/** @throws DataError for a character that the training text does not have, with its line and column */
function codesOf(text: readonly string[], characters: readonly string[], written: string): Int32Array {
  const codes = new Map(characters.map((character, code) => [character, code] as const));
  return Int32Array.from(text, (character, index) => {
    const code = codes.get(character);
    if (code !== undefined) return code;
    const before = text.slice(0, index);
    const line = before.filter((one) => one === "\n").length + 1;
    const column = index - before.lastIndexOf("\n");
    throw new DataError(
      `${written}, line ${line}, column ${column}: ${JSON.stringify(character)} does not occur in the training text.`,
      "Take test and training data from one text: test: split(0.2).",
    );
  });
}

/** `[n, characters, time]` from the codes, from an offset on. */
function oneHot(
  codes: Int32Array,
  offset: number,
  { count, width, steps }: { readonly count: number; readonly width: number; readonly steps: number },
) {
  const values = new Uint8Array(count * width * steps);
  for (let at = 0; at < count * steps; at++) {
    const [example, step] = [Math.floor(at / steps), at % steps];
    values[(example * width + (codes[at + offset] ?? 0)) * steps + step] = 1;
  }
  return { shape: [count, width, steps], values };
}
