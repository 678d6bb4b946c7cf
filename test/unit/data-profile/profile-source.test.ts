import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { profileSource, type DataFiles } from "../../../core/src/data-profile/profile-source.js";
import type { DataFault, DataProfile, DataSource } from "../../../core/src/model/index.js";

type Found = DataProfile | DataFault | undefined;

/** Files by path, and folders by what is in them. */
function files(bytes: Readonly<Record<string, Uint8Array | string>>, complete = true): DataFiles {
  return {
    start: (path) => {
      const data = bytes[path];
      return Promise.resolve(
        data === undefined ? undefined : { bytes: typeof data === "string" ? new TextEncoder().encode(data) : data, complete },
      );
    },
    entries: (path) => {
      const inside = Object.keys(bytes).flatMap((name) => (name.startsWith(`${path}/`) ? [name.slice(path.length + 1).split("/")] : []));
      if (inside.length === 0) return Promise.resolve(undefined);
      const folders = [...new Set(inside.flatMap(([first, second]) => (first !== undefined && second !== undefined ? [first] : [])))];
      return Promise.resolve({
        folders,
        files: inside.flatMap(([first, second]) => (first !== undefined && second === undefined ? [first] : [])),
      });
    },
  };
}

const csv = (data: Uint8Array | string, own: { header?: boolean; delimiter?: string; complete?: boolean } = {}) =>
  profileSource(
    { kind: "csv", path: "a.csv", header: own.header ?? true, delimiter: own.delimiter ?? "," },
    files({ "a.csv": data }, own.complete),
  );

function profileIn(found: Found): DataProfile {
  assert.ok(found && "columns" in found, JSON.stringify(found));
  return found;
}
const faultIn = (found: Found) => (found && "fault" in found ? found.fault : `none: ${JSON.stringify(found)}`);

describe("a table is read right", () => {
  const columns = async (data: Uint8Array | string, own?: Parameters<typeof csv>[1]) =>
    profileIn(await csv(data, own)).columns.map(({ name, type, min, max }) => [name, type, min, max]);
  const expected = [
    ["a", "number", 0.5, 1.5],
    ["b", "integer", 2, 3],
  ];
  const text = "a,b\n0.5,2\n1.5,3\n";
  const utf16 = (bigEndian: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  test("plain", async () => assert.deepEqual(await columns(text), expected));
  test("with a byte order mark", async () => assert.deepEqual(await columns(`\uFEFF${text}`), expected));
  test("in UTF-16, little-endian", async () => assert.deepEqual(await columns(utf16(false)), expected));
  test("in UTF-16, big-endian", async () => assert.deepEqual(await columns(utf16(true)), expected));
  test("with Windows line ends", async () => assert.deepEqual(await columns(text.replaceAll("\n", "\r\n")), expected));
  test("quoted", async () => assert.deepEqual(await columns('"a","b"\n"0.5","2"\n"1.5","3"\n'), expected));
  test("separated by semicolons", async () => assert.deepEqual(await columns(text.replaceAll(",", ";"), { delimiter: ";" }), expected));
  test("separated by tabs", async () => assert.deepEqual(await columns(text.replaceAll(",", "\t"), { delimiter: "\t" }), expected));
  test("without a header", async () => {
    assert.deepEqual(
      await columns("0.5,2\n1.5,3\n", { header: false }),
      expected.map(([, ...rest]) => [null, ...rest]),
    );
  });
  test("with years as its header", async () => {
    assert.deepEqual(await columns("2001,2002\n0.5,2\n1.5,3\n"), [
      ["2001", "number", 0.5, 1.5],
      ["2002", "integer", 2, 3],
    ]);
  });
  test("of a large file the beginning, without the row that is cut", async () => {
    const { rows, complete } = profileIn(await csv("a,b\n1,2\n3,4\n5,", { complete: false }));
    assert.deepEqual([rows, complete], [2, false]);
  });
  test("decimal commas are seen", async () => {
    const [column] = profileIn(await csv("a;b\n1,5;2\n2,25;3\n", { delimiter: ";" })).columns;
    assert.deepEqual([column?.type, column?.decimalComma], ["text", "1,5"]);
  });
  test("how often a column changes says whether its values stand in blocks", async () => {
    assert.deepEqual(
      profileIn(await csv("a,b\n0,1\n0,2\n1,1\n1,2\n")).columns.map(({ changes }) => changes),
      [1, 3],
    );
  });
});

describe("a table that is not what the text says", () => {
  const table: readonly (readonly [what: string, data: Uint8Array | string, own: Parameters<typeof csv>[1], fault: RegExp])[] = [
    ["semicolons", "a;b\n1;2\n", {}, /^is separated by semicolons, not by commas$/],
    ["tabs", "a\tb\n1\t2\n", { delimiter: ";" }, /^is separated by tabs, not by semicolons$/],
    ["no header", "5.1,3.5\n4.9,3\n", {}, /^has no header: its first row is 5\.1, 3\.5$/],
    ["a header", "size,b\n1,2\n3,4\n", { header: false }, /^has a header, "size" in it, which is read as an example$/],
    ["a long row", "a,b\n1,2\n3,4,5\n", {}, /^has 3 cells in row 2, and 2 in its first$/],
    ["an open quotation", 'a,b\n1,"2\n3,4\n', {}, /^has a quotation mark in line \d+ that is not closed$/],
    ["nothing", "", {}, /^is empty$/],
    ["only a header", "a,b\n", {}, /^has no rows of data$/],
    ["packed", gzipSync("a,b\n1,2\n"), {}, /^is packed by gzip/],
    ["a spreadsheet", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), {}, /^is a ZIP archive or a spreadsheet/],
    ["binary", Uint8Array.of(1, 2, 0, 4), {}, /^holds binary data/],
  ];
  for (const [what, data, own, fault] of table)
    test(`is said to be so: ${what}`, async () => assert.match(faultIn(await csv(data, own)), fault));

  test("one that is not there is nothing", async () => {
    assert.equal(await profileSource({ kind: "csv", path: "b.csv", header: true, delimiter: "," }, files({})), undefined);
  });

  test("no bytes break it", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.boolean(),
        fc.constantFrom(",", ";", "\t"),
        async (bytes, header, delimiter) => {
          assert.ok(await csv(bytes, { header, delimiter }));
        },
      ),
    ));
});

/** An IDX file of bytes. */
function idx(shape: readonly number[], values: readonly number[], type = 8): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + values.length);
  bytes.set([0, 0, type, shape.length]);
  const view = new DataView(bytes.buffer);
  shape.forEach((size, index) => view.setUint32(4 + 4 * index, size));
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

describe("IDX files", () => {
  const source: DataSource = { kind: "idx", images: "i", labels: "l" };
  const images = idx([3, 2, 2], [0, 1, 2, 3, 4, 5, 6, 255, 0, 1, 2, 3]);
  const labels = idx([3], [1, 0, 1]);
  const read = (i: Uint8Array, l: Uint8Array, complete?: boolean) => profileSource(source, files({ i, l }, complete));

  test("say how many there are, how large, and of which class", async () => {
    const { rows, example, classes } = profileIn(await read(images, labels));
    assert.deepEqual([rows, example, classes?.distinct, classes?.counts], [3, { shape: [2, 2], min: 0, max: 255 }, ["0", "1"], [1, 2]]);
  });
  test("are read packed as well", async () => {
    assert.deepEqual(profileIn(await read(gzipSync(images), gzipSync(labels))), profileIn(await read(images, labels)));
  });
  test("of a large one the beginning counts", async () => {
    const { rows, complete, rowHashes } = profileIn(await read(images.subarray(0, 26), labels, false));
    assert.deepEqual([rows, complete, rowHashes.length], [3, false, 2]);
  });
  test("the same image has the same number", async () => {
    const [first, second, third] = profileIn(await read(images, labels)).rowHashes;
    assert.equal(first, third);
    assert.notEqual(first, second);
  });
  test("that are none, are cut off or do not belong together are said to be so", async () => {
    assert.equal(faultIn(await read(Uint8Array.of(1, 2, 3, 4, 5), labels)), "is no IDX file");
    assert.equal(faultIn(await read(images.subarray(0, 20), labels)), "is cut off: it says that it holds 3 examples, and has 1");
    assert.equal(faultIn(await read(images, idx([2], [0, 1]))), "holds 2 labels for the 3 images of i");
    assert.equal(faultIn(await read(labels, labels)), "holds 3 single numbers, not images");
    assert.equal(faultIn(await read(Uint8Array.of(0x1f, 0x8b, 0, 0), labels)), "cannot be unpacked: it is damaged");
  });
  test("no bytes break it", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        assert.ok(await read(bytes, labels));
        assert.ok(await read(Uint8Array.of(0, 0, 8, ...bytes), labels));
      }),
    ));
});

describe("folders of images", () => {
  const read = (...names: string[]) =>
    profileSource({ kind: "images", path: "pets" }, files(Object.fromEntries(names.map((name) => [name, ""]))));

  test("say how many there are of each class", async () => {
    const { rows, classes } = profileIn(await read("pets/dog/1.png", "pets/dog/2.JPG", "pets/dog/notes.txt", "pets/cat/1.jpeg"));
    assert.deepEqual([rows, classes?.distinct, classes?.counts], [3, ["cat", "dog"], [1, 2]]);
  });
  test("that hold none are said to be so", async () => {
    assert.match(faultIn(await read("pets/1.png", "pets/2.png")), /each class needs a folder of its own$/);
    assert.equal(faultIn(await read("pets/readme.md")), "holds no folders of images");
    assert.equal(faultIn(await read("pets/cat/1.png", "pets/dog/a.txt")), 'has no images in its folder "dog"');
    assert.equal(await read("dogs/1.png"), undefined);
  });
});
