import assert from "node:assert/strict";
import { test } from "node:test";
import { LineIndex } from "../../../core/src/model/lines.js";

test("lines end at LF, CRLF and CR; characters are UTF-16 units", () => {
  const lines = new LineIndex("a\r\nb😀c\rd\n");
  assert.equal(lines.count, 4);
  assert.deepEqual(lines.positionAt(3), { line: 1, character: 0 });
  assert.deepEqual(lines.positionAt(6), { line: 1, character: 3 });
  assert.deepEqual(lines.positionAt(8), { line: 2, character: 0 });
  assert.deepEqual(lines.positionAt(99), { line: 3, character: 0 });
});

test("offset and position are each other's inverse", () => {
  const text = "one\ntwo\r\n\r\nthree";
  const lines = new LineIndex(text);
  for (let offset = 0; offset <= text.length; offset++) {
    if (text[offset] !== "\n" || text[offset - 1] !== "\r") assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
  }
});
