import * as vscode from "vscode";
import { problemOfRates, ratesInText } from "./rates-in-text.js";

/** Asks which learning rates to train at. `undefined` when the user has changed his mind. */
export async function askRates(usual: readonly string[]): Promise<string[] | undefined> {
  const text = await vscode.window.showInputBox({
    title: "Run Learning Rate Sweep",
    prompt: "Learning rates with commas between them, or the two ends of a range: 1e-5 to 0.1",
    value: usual.join(", "),
    validateInput: problemOfRates,
  });
  return text === undefined ? undefined : ratesInText(text);
}
