import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { DataError } from "../../../runner/src/data/data-error.js";
import type { Tensor } from "../../../runner/src/data/dataset.js";
import { readCsvTable } from "../../../runner/src/data/read-csv.js";
import { readData } from "../../../runner/src/data/read-data.js";
import { silently } from "../../../runner/src/data/reading.js";
import type { ProgressEvent } from "../../../runner/src/protocol/events.js";
import { RunControl } from "../../../runner/src/run/control.js";
import { Cancelled, FileReading } from "../../../runner/src/run/file-reading.js";
import { networkIn, textOf, type NetworkText } from "./networks.js";

const folder = mkdtempSync(path.join(tmpdir(), "nnlint-readers-"));
after(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const read = (network: NetworkText) => readData(networkIn(textOf(network)), { folder, seed: 1, shuffle: true, reading: silently });

async function refusal(network: NetworkText): Promise<string> {
  try {
    await read(network);
  } catch (error) {
    if (error instanceof DataError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return "";
}

const list = (tensor: Tensor | undefined) => Array.from(tensor?.values ?? []);

/** An IDX file of unsigned bytes. */
function idx(shape: readonly number[], values: readonly number[]): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  shape.forEach((size, index) => header.writeUInt32BE(size, 4 + 4 * index));
  return Buffer.concat([header, Buffer.from(values)]);
}

const classes = (nOut: number) => `layer output { nOut: ${nOut}, activation: softmax, loss: mcxent }`;

describe("IDX files", () => {
  const pixels = [0, 51, 102, 255, 1, 2, 3, 4];
  const network: NetworkText = {
    data: 'train: idx(images: "i.idx", labels: "l.idx.gz"), normalize: imageScale(0, 1)',
    input: "image(height: 2, width: 2, channels: 1)",
    layers: classes(3),
  };

  test("plain and packed; images are scaled, labels one-hot", async () => {
    put("i.idx", idx([2, 2, 2], pixels));
    put("l.idx.gz", gzipSync(idx([2], [2, 0])));
    const { train, source, kinds } = await read(network);
    assert.deepEqual(train.features.input?.shape, [2, 1, 2, 2]);
    assert.deepEqual(
      list(train.features.input)
        .slice(0, 4)
        .map((value) => Math.round(value * 255)),
      pixels.slice(0, 4),
    );
    assert.deepEqual(list(train.labels.layer0), [0, 0, 1, 1, 0, 0]);
    assert.deepEqual([source, kinds], ["i.idx", { layer0: "oneHot" }]);
  });

  test("for a dense network each image is a row; as its own target it has no class", async () => {
    const { train } = await read({
      data: 'train: idx(images: "i.idx", labels: "l.idx.gz"), label: features',
      input: "vector(4)",
      layers: "layer output { nOut: 4, activation: identity, loss: mse }",
    });
    assert.deepEqual(list(train.features.input), pixels);
    assert.deepEqual(list(train.labels.layer0), pixels);
  });

  test("four dimensions: channels come second, also where the file has them last", async () => {
    const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26, 27, 28];
    const last = Array.from({ length: 24 }, (_, at) => wanted[(at % 3) * 8 + Math.floor(at / 3)] ?? 0);
    put("l1.idx", idx([1], [0]));
    const colour = (file: string): NetworkText => ({
      data: `train: idx(images: "${file}", labels: "l1.idx")`,
      input: "image(height: 8, width: 1, channels: 3)",
      layers: classes(2),
    });
    put("first.idx", idx([1, 3, 8, 1], wanted));
    put("last.idx", idx([1, 8, 1, 3], last));
    for (const file of ["first.idx", "last.idx"]) assert.deepEqual(list((await read(colour(file))).train.features.input), wanted);
  });

  test("what is wrong with a file is said", async () => {
    put("i.idx", idx([2, 2, 2], pixels.slice(0, 5)));
    assert.match(await refusal(network), /i\.idx says that it holds 2 × 2 × 2 numbers, which are 8, but has 5\. The file is cut off/);
    put("i.idx", "no idx at all");
    assert.match(await refusal(network), /i\.idx is not an IDX file/);
    put("i.idx", idx([2, 2, 2], pixels));
    put("l.idx.gz", gzipSync(idx([2], [2, 0])).subarray(0, 15));
    assert.match(await refusal(network), /l\.idx\.gz cannot be unpacked/);
    put("l.idx.gz", gzipSync(idx([2], [1, 7])));
    assert.match(await refusal(network), /l\.idx\.gz, label 2: 7 is not a class from 0 to 2/);
    put("l.idx.gz", gzipSync(idx([3], [1, 1, 1])));
    assert.match(await refusal(network), /2 images, .* 3 labels/);
    assert.match(
      await refusal({ ...network, data: 'train: idx(images: "gone.idx", labels: "l.idx.gz")' }),
      /gone\.idx cannot be read: there is no such file/,
    );
  });
});

describe("folders of images", () => {
  /** One colour all over. */
  function picture(width: number, height: number, colour: readonly [number, number, number]): PNG {
    const png = new PNG({ width, height });
    for (let point = 0; point < width * height; point++) png.data.set([...colour, 255], 4 * point);
    return png;
  }
  const network = (channels: number, size = 4): NetworkText => ({
    data: `train: images("pets", height: ${size}, width: ${size}, channels: ${channels})`,
    input: `image(height: ${size}, width: ${size}, channels: ${channels})`,
    layers: classes(2),
  });

  test("PNG and JPEG of any size, a class for each folder in the order of their names", async () => {
    put("pets/dog/1.png", PNG.sync.write(picture(8, 8, [255, 0, 0])));
    const { data } = picture(9, 5, [0, 0, 255]);
    put("pets/cat/1.jpg", jpeg.encode({ data, width: 9, height: 5 }, 100).data);
    const grey = await read(network(1));
    assert.deepEqual(list(grey.train.labels.layer0), [1, 0, 0, 1]);
    const values = list(grey.train.features.input);
    for (const value of values.slice(0, 16)) assert.ok(Math.abs(value - 0.114 * 255) < 2, `blue is ${value}`);
    for (const value of values.slice(16)) assert.ok(Math.abs(value - 0.299 * 255) < 1e-3, `red is ${value}`);
    const colour = await read(network(3, 2));
    assert.deepEqual(colour.train.features.input?.shape, [2, 3, 2, 2]);
    assert.deepEqual(list(colour.train.features.input).slice(12), [255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("a picture shrinks to the mean of its points", async () => {
    const png = new PNG({ width: 4, height: 2 });
    for (const [point, value] of [0, 100, 200, 40, 20, 120, 60, 100].entries()) png.data.set([value, value, value, 255], 4 * point);
    put("few/a/1.png", PNG.sync.write(png));
    put("few/b/1.png", PNG.sync.write(png));
    const { train } = await read({
      data: 'train: images("few", height: 1, width: 2, channels: 1)',
      input: "image(height: 1, width: 2, channels: 1)",
      layers: classes(2),
    });
    list(train.features.input)
      .slice(0, 2)
      .forEach((value, index) => {
        assert.ok(Math.abs(value - ([60, 100][index] ?? 0)) < 1e-3, `${value}`);
      });
  });

  test("test images are numbered by the classes of the training images", async () => {
    put("held/dog/9.png", PNG.sync.write(picture(4, 4, [9, 9, 9])));
    put("held/cat/9.png", PNG.sync.write(picture(4, 4, [9, 9, 9])));
    const both = { ...network(1), data: `${network(1).data}, test: images("held", height: 4, width: 4, channels: 1)` };
    assert.equal((await read(both)).test?.count, 2);
    put("held/horse/9.png", PNG.sync.write(picture(4, 4, [9, 9, 9])));
    assert.match(await refusal(both), /held\/horse is a class that the training data does not have/);
  });

  test("what is wrong with a folder or an image is said", async () => {
    assert.match(
      await refusal({ ...network(1), data: 'train: images("nowhere", height: 4, width: 4, channels: 1)' }),
      /nowhere cannot be read/,
    );
    put("one/cat/1.png", PNG.sync.write(picture(2, 2, [0, 0, 0])));
    assert.match(await refusal({ ...network(1), data: 'train: images("one", height: 4, width: 4, channels: 1)' }), /nothing to tell apart/);
    put("one/dog/1.png", PNG.sync.write(picture(2, 2, [0, 0, 0])).subarray(0, 40));
    assert.match(
      await refusal({ ...network(1), data: 'train: images("one", height: 4, width: 4, channels: 1)' }),
      /one\/dog\/1\.png cannot be read as an image/,
    );
    put("one/dog/1.png", "GIF89a");
    assert.match(
      await refusal({ ...network(1), data: 'train: images("one", height: 4, width: 4, channels: 1)' }),
      /neither a PNG nor a JPEG/,
    );
  });
});

describe("texts", () => {
  const network = (characters: number, more = ""): NetworkText => ({
    data: `train: text("t.txt", length: 3)${more}`,
    input: `sequence(features: ${characters})`,
    layers: `layer lstm { nOut: 4, activation: tanh }\n  layer rnnOutput { nOut: ${characters}, activation: softmax, loss: mcxent }`,
  });

  test("pieces of characters, each of which predicts the next", async () => {
    put("t.txt", "abcabca");
    const { train, kinds } = await read(network(3));
    assert.deepEqual(train.features.input?.shape, [2, 3, 3]);
    assert.deepEqual(list(train.features.input).slice(0, 9), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    assert.deepEqual(list(train.labels.layer1).slice(0, 9), [0, 0, 1, 1, 0, 0, 0, 1, 0]);
    assert.deepEqual(kinds, { layer1: "oneHot" });
  });

  test("the test text is coded by the training text's characters", async () => {
    put("t.txt", "abcabcabca");
    put("u.txt", "cba\nc");
    assert.match(await refusal(network(3, ', test: text("u.txt", length: 3)')), /u\.txt, line 1, column 4: "\\n" does not occur/);
    assert.deepEqual([(await read(network(3, ", test: split(0.34)"))).train.count], [2]);
  });

  test("another number of characters, and a text that is too short, are said", async () => {
    assert.match(await refusal(network(4)), /3 different characters, the network's input takes 4\. Write input: sequence\(features: 3\)/);
    put("t.txt", "abc");
    assert.match(await refusal(network(3)), /not one piece of 3/);
  });
});

describe("large CSV files", () => {
  const table = (name: string) => readCsvTable(path.join(folder, name), name, { header: "auto", delimiter: "auto" }, silently);

  test("are read piece by piece: cells that lie across two pieces stay whole", async () => {
    // Two bytes a letter, rows that do not fall on the pieces' ends.
    const rows = Array.from({ length: 60_000 }, (_, row) => `${row},"é, ${row % 7}",${row / 8}`);
    put("large.csv", `id,wörd,value\n${rows.join("\r\n")}\n`);
    const { header, count, columns } = await table("large.csv");
    assert.deepEqual([header, count], [["id", "wörd", "value"], 60_000]);
    for (let row = 0; row < count; row++) {
      assert.equal(columns[0]?.number(row), row);
      assert.equal(columns[1]?.text(row), `é, ${row % 7}`);
      assert.equal(columns[2]?.number(row), row / 8);
    }
  });

  test("the separating character is found, UTF-16 is understood", async () => {
    for (const delimiter of [",", ";", "\t", "|"]) {
      put("d.csv", `a${delimiter}b\n1${delimiter}2\n3${delimiter}4\n`);
      const { count, columns } = await table("d.csv");
      assert.deepEqual([count, columns.map((column) => column.number(1))], [2, [3, 4]]);
    }
    put("w.csv", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"));
    assert.deepEqual((await table("w.csv")).header, ["a", "b"]);
  });

  test("a short row far down is named, and a quote that is never closed", async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => (row === 49_000 ? "1" : "1,2"));
    put("short.csv", `a,b\n${rows.join("\n")}\n`);
    await assert.rejects(table("short.csv"), /short\.csv, row 49001: it has 1 cells, the first row of the file has 2/);
    put("quote.csv", 'a,b\n1,2\n"3,4\n');
    await assert.rejects(table("quote.csv"), /quote\.csv, row \d+: .*quot/i);
    await assert.rejects(table("nowhere.csv"), /there is no such file/);
    await assert.rejects(readCsvTable(folder, "here", { header: true, delimiter: "," }, silently), /it is a folder/);
  });

  test("who waits is told how far it has come, and a cancel breaks it off", () => {
    let now = 0;
    const control = new RunControl(() => now);
    const told: ProgressEvent[] = [];
    const reading = new FileReading(control, (event) => told.push(event));
    for (now = 0; now <= 1000; now += 100) reading.tell("large.csv", now, 1000);
    assert.deepEqual(
      told.map(({ stage, text, done, of }) => [stage, text, done, of]),
      [300, 500, 700, 900].map((done) => ["reading", "large.csv", done, 1000]),
    );
    control.cancel();
    assert.throws(() => reading.tell("large.csv", 1, 1000), Cancelled);
  });
});
