import XMLBuilder from "fast-xml-builder";
import { LineIndex, type Finding } from "../../../core/src/model/index.js";
import type { CheckedFile, CheckResult } from "./check-result.js";

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true, suppressEmptyNode: true });

/** The report of `check --format junit`: a suite for each file, a failed case for each finding; a file without findings is a case that passed. */
export function junitReport({ files, errors, milliseconds }: CheckResult): string {
  const suites = [...files.map(suiteOf), ...errors.map(({ path, message }) => unreadSuite(path, message))];
  const sum = (key: "@tests" | "@failures" | "@errors") => suites.reduce((all, suite) => all + suite[key], 0);
  const root = {
    "@name": "nnlint",
    "@tests": sum("@tests"),
    "@failures": sum("@failures"),
    "@errors": sum("@errors"),
    "@time": milliseconds / 1000,
    testsuite: suites,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ testsuites: root })}`;
}

function suiteOf({ path, text, findings }: CheckedFile) {
  const lines = new LineIndex(text);
  const cases = findings.length === 0 ? [{ "@classname": path, "@name": path }] : findings.map((finding) => caseOf(path, lines, finding));
  return { "@name": path, "@tests": cases.length, "@failures": findings.length, "@errors": 0, testcase: cases };
}

function caseOf(path: string, lines: LineIndex, { rule, severity, message, detail, range }: Finding) {
  const { start } = lines.lineRange(range);
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  return {
    "@classname": path,
    "@name": `${rule} (${start.line + 1}:${start.character + 1})`,
    failure: { "@type": severity, "@message": message, "#text": [place, message, detail].filter((part) => part !== "").join("\n") },
  };
}

function unreadSuite(path: string, message: string) {
  const testcase = [{ "@classname": path, "@name": path, error: { "@message": message } }];
  return { "@name": path, "@tests": 1, "@failures": 0, "@errors": 1, testcase };
}
