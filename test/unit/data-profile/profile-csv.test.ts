import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { profileCsv } from "../../../core/src/data-profile/profile-csv.js";

const options = { path: "iris.csv", header: true, delimiter: "," };
const columnsOf = (text: string) => profileCsv(text, options).columns;

describe("the profile of a data file", () => {
  test("ranges, mean and population deviation of a column of numbers", () => {
    const [column] = columnsOf("size\n1\n2\n3.5\n");
    assert.equal(column?.name, "size");
    assert.equal(column.type, "number");
    assert.deepEqual([column.min, column.max], [1, 3.5]);
    assert.ok(Math.abs((column.mean ?? 0) - 6.5 / 3) < 1e-12);
    assert.ok(Math.abs((column.std ?? 0) - Math.sqrt((1 + 4 + 12.25) / 3 - (6.5 / 3) ** 2)) < 1e-12);
  });

  test("whole numbers are integers, counted in their numeric order", () => {
    const [column] = columnsOf("class\n10\n2\n2\n1.0\n");
    assert.equal(column?.type, "integer");
    assert.deepEqual(column.distinct, ["1", "2", "10"]);
    assert.deepEqual(column.counts, [1, 2, 1]);
  });

  test("a few words among numbers are missing values, with the first row that has one", () => {
    const cells = [...Array.from({ length: 20 }, (_, index) => String(index)), "x", "NaN"];
    const [column] = columnsOf(`sepal\n${cells.join("\n")}\n`);
    assert.equal(column?.type, "integer");
    assert.equal(column.missing, 2);
    assert.equal(column.firstMissingRow, 21);
    assert.equal(column.max, 19);
  });

  test("a column of words is text", () => {
    const [column] = columnsOf('colour\nred\n"dark, red"\nblue\nred\n');
    assert.equal(column?.type, "text");
    assert.deepEqual(column.distinct, ["blue", "dark, red", "red"]);
    assert.deepEqual(column.counts, [1, 1, 2]);
    assert.equal(column.min, null);
  });

  test("empty cells and short rows are missing", () => {
    const [, second] = columnsOf("a,b\n1,2\n3\n4,\n5,6\n");
    assert.deepEqual([second?.missing, second?.firstMissingRow], [2, 2]);
    assert.equal(columnsOf("a,b\n1,\n2,\n")[1]?.type, "empty");
  });

  test("more than a hundred different values are not listed", () => {
    const [column] = columnsOf(`a\n${Array.from({ length: 101 }, (_, index) => String(index / 8)).join("\n")}\n`);
    assert.equal(column?.distinct, null);
    assert.equal(column.counts, null);
  });

  test("byte order marks, Windows line ends, other delimiters and no header", () => {
    const bytes = new TextEncoder().encode("\uFEFFa;b\r\n1;2\r\n");
    const profile = profileCsv(bytes, { ...options, delimiter: ";" });
    assert.deepEqual(
      profile.columns.map(({ name }) => name),
      ["a", "b"],
    );
    const bare = profileCsv("1\t2\n3\t4\n", { ...options, header: false, delimiter: "\t" });
    assert.equal(bare.rows, 2);
    assert.deepEqual([bare.columns[1]?.name, bare.columns[1]?.max], [null, 4]);
  });

  test("of the beginning of a file the last row, which may be cut, is left out", () => {
    const profile = profileCsv("a\n10\n11\n1", { ...options, complete: false });
    assert.equal(profile.rows, 2);
    assert.equal(profile.complete, false);
    assert.equal(profile.columns[0]?.min, 10);
  });

  test("rows are compared by their values, without a column that numbers them", () => {
    const {
      rowHashes: [first, second, third],
    } = profileCsv("id,a,b\n7,1,x\n8,1.0, x\n9,1,y\n", options);
    assert.equal(first, second);
    assert.notEqual(first, third);
    const numbers = Array.from({ length: 5000 }, (_, index) => `${index * index},${index % 7}`);
    assert.equal(new Set(profileCsv(`a,b\n${numbers.join("\n")}\n`, options).rowHashes).size, 5000);
  });

  test("the irises: 150 rows, three species of 50", () => {
    const profile = profileCsv(readFileSync("examples/iris.csv"), options);
    assert.equal(profile.rows, 150);
    assert.deepEqual(profile.columns[4]?.counts, [50, 50, 50]);
    assert.equal(profile.columns[0]?.type, "number");
  });

  test("no text breaks it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, header) => {
        const profile = profileCsv(text, { ...options, header });
        for (const { missing } of profile.columns) assert.ok(missing <= profile.rows);
      }),
    );
  });
});
