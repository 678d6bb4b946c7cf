import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "./reading.js";
import { saidOf } from "./said.js";

const imports = "import org.deeplearning4j.nn.conf.*;\n";

/** A way of writing networks, and what is read from it: networks and layers, a line each. */
export function idiom(name: string, text: string, expected: string): void {
  test(name, () => {
    assert.equal(saidOf(read(imports + text)), unindented(expected));
  });
}

/** The same for statements in a method. */
export function inMain(name: string, statements: string, expected: string): void {
  idiom(name, `class Example {\n  public static void main(String[] args) {\n${statements}\n  }\n}\n`, expected);
}

function unindented(lines: string): string {
  const all = lines.replace(/^\n/, "").trimEnd().split("\n");
  const indentation = /^ */.exec(all[0] ?? "")?.[0].length ?? 0;
  return all.map((line) => line.slice(indentation)).join("\n");
}
