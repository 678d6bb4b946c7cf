// A reporter for node:test that says little when all is well: failures with their cause, and the sums.
import path from "node:path";

export default async function* reporter(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const { type, data } of source) {
    if (type === "test:pass" && data.details.type !== "suite") {
      if (data.skip !== undefined) {
        skipped++;
        yield `skipped: ${data.name}${typeof data.skip === "string" ? ` (${data.skip})` : ""}\n`;
      } else passed++;
    }
    if (type === "test:fail") {
      const cause = data.details.error?.cause ?? data.details.error;
      if (cause?.code === "ERR_TEST_FAILURE" && /subtests? failed/.test(cause.message)) continue;
      if (data.details.type !== "suite") failed++;
      yield `FAILED: ${data.name} (${path.relative(process.cwd(), data.file ?? "")}:${data.line})\n${indent(cause?.stack ?? String(cause))}\n`;
    }
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
  }
  yield `${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}

const indent = (text) =>
  text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
