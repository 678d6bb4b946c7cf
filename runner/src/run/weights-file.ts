import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { TrainableNetwork } from "../engine.js";
import { RunProblem } from "./run-problem.js";

const array = z.object({ shape: z.array(z.int().nonnegative()), values: z.array(z.number()) });
const weightsFile = z.object({ layers: z.array(z.object({ layer: z.string() }).catchall(array)) });

/** Gives a network the weights of a file. @throws RunProblem when there is no such file or it is not one of weights */
export async function loadWeights(trainable: TrainableNetwork, path: string): Promise<void> {
  const wanted = 'A weights file is {"layers":[{"layer":"0","W":{"shape":[4,5],"values":[…]}}]}.';
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new RunProblem(`The weights file ${path} cannot be read: ${messageOf(error)}.`, "Correct the path of --initial-weights.");
  });
  const parsed = weightsFile.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RunProblem(`${path} is not a weights file: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}.`, wanted);
  }
  try {
    trainable.setWeights(parsed.data);
  } catch (error) {
    throw new RunProblem(`${path}: ${messageOf(error)}`, "Use weights that were saved from the same network.");
  }
}

/** Writes a network's weights to a file. */
export async function storeWeights(trainable: TrainableNetwork, path: string): Promise<void> {
  const weights = await trainable.weights();
  await writeFile(path, `${JSON.stringify(weights)}\n`).catch((error: unknown) => {
    throw new RunProblem(
      `The weights cannot be saved to ${path}: ${messageOf(error)}.`,
      "Choose a folder that exists and can be written to.",
    );
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
