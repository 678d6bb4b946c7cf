import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { java as javaReader } from "../../../core/src/frontends/dl4j/index.js";
import { resolve } from "../../../core/src/resolve/resolve.js";
import { readData } from "../../../runner/src/data/read-data.js";
import { silently } from "../../../runner/src/data/reading.js";

let project = "";
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), "nnlint-builder-"));
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

const java = (file: string, reader = "new CSVRecordReader(1, ',')") => `
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
public class Points {
  public static void main(String[] args) throws Exception {
    RecordReader reader = ${reader};
    reader.initialize(new FileSplit(new File("${file}")));
    DataSetIterator train = new RecordReaderDataSetIterator(reader, 4, 2, 2);
    NormalizerStandardize normalizer = new NormalizerStandardize();
    normalizer.fit(train);
    train.setPreProcessor(normalizer);
    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()
        .updater(new Sgd(0.1))
        .list()
        .layer(new DenseLayer.Builder().nIn(2).nOut(4).activation(Activation.RELU).build())
        .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(4).nOut(2).build())
        .build();
    MultiLayerNetwork net = new MultiLayerNetwork(conf);
    net.init();
    net.fit(train, 5);
  }
}
`;

const table = `x,y,class\n${Array.from({ length: 10 }, (_, row) => `${row},${row % 3},${row % 2}`).join("\n")}\n`;

/** Writes the files, and reads the data of a program that stands in `src/main/java`. */
function read(program: string, files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  }
  const folder = path.join(project, "src/main/java");
  mkdirSync(folder, { recursive: true });
  const { networks } = javaReader.read(program, { version: null, configuration: { preset: "recommended", rules: {} } });
  const [network] = networks;
  assert.ok(network);
  return readData(resolve(network), { folder, seed: 1, shuffle: true, reading: silently });
}

describe("the table that a Java program reads", () => {
  for (const place of ["src/main/java/points.csv", "points.csv", "src/main/resources/points.csv"])
    test(`is trained on where it is found as ${place}`, async () => {
      const { train, test: held, source, isSynthetic, kinds } = await read(java("points.csv"), { [place]: table });
      assert.deepEqual([source, isSynthetic, train.count, held?.count], ["points.csv", false, 8, 2]);
      assert.deepEqual(kinds, { layer1: "oneHot" });
      const sum = Array.from(train.features.input?.values ?? []).reduce((total, value) => total + value, 0);
      assert.ok(Math.abs(sum) < 1e-9, "it is standardized, as the program does");
    });

  test("without it the data is invented", async () => {
    const { source, departures } = await read(java("points.csv"), {});
    assert.equal(source, "synthetic");
    assert.deepEqual(departures, []);
  });

  test("that does not fit gives way to invented data, and the reason is told", async () => {
    const { source, departures } = await read(java("points.csv"), { "points.csv": table.replace("3,0,1", "3,?,1") });
    assert.equal(source, "synthetic");
    assert.match(departures[0]?.reason ?? "", /points\.csv, row 4, column "y": "\?" is not a number: invented data takes its place/);
  });

  test("a reader that skips no line has no header", async () => {
    const { train, test: held } = await read(java("points.csv", "new CSVRecordReader()"), {
      "points.csv": table.slice(table.indexOf("\n") + 1),
    });
    assert.equal(train.count + (held?.count ?? 0), 10);
  });
});
