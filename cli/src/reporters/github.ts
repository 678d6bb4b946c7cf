import { LineIndex, type Severity } from "../../../core/src/model/index.js";
import type { CheckResult } from "./check-result.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice", hint: "notice" };

/**
 * The report of `check --format github`: one workflow command a finding, shown by GitHub on the lines of a pull request.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport({ files, errors }: CheckResult): string {
  const findings = files.flatMap(({ path, text, findings }) => {
    const lines = new LineIndex(text);
    return findings.map(({ severity, rule, message, detail, range }) => {
      const { start, end } = lines.lineRange(range);
      const place = { file: path, line: start.line + 1, endLine: end.line + 1, col: start.character + 1, endColumn: end.character + 1 };
      return command(commands[severity], { ...place, title: rule }, [message, detail].filter((part) => part !== "").join(" "));
    });
  });
  return [...findings, ...errors.map(({ path, message }) => command("error", { file: path }, message))].map((line) => `${line}\n`).join("");
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeData(String(value)).replace(/:/g, "%3A").replace(/,/g, "%2C")}`,
  );
  return `::${name} ${written.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
