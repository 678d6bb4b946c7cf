import type { plainArguments } from "./reading.js";
import { plain, onlyNetwork, read } from "./reading.js";

/** A configuration named `conf` with one hidden layer. */
export const configuration = `MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list()
    .layer(new DenseLayer.Builder().nIn(4).nOut(8).build())
    .layer(new OutputLayer.Builder().nOut(3).build())
    .build();`;

/** A network named `net` made from it. */
export const network = `${configuration}
    MultiLayerNetwork net = new MultiLayerNetwork(conf);
    net.init();`;

/** A CSV reader named `reader`. */
export const reader = `RecordReader reader = new CSVRecordReader(0, ',');
    reader.initialize(new FileSplit(new File("iris.txt")));`;

/** A class around members, with the import that makes it Deeplearning4j's. */
export function inClass(members: string): string {
  return `import org.deeplearning4j.nn.conf.NeuralNetConfiguration;\n\npublic class Example {\n${members}\n}\n`;
}

/** A class whose `main` is these statements. */
export function inMain(...statements: readonly string[]): string {
  return inClass(`  public static void main(String[] args) throws Exception {\n    ${statements.join("\n    ")}\n  }`);
}

/** What a text says about its only network's data, without ranges; unknown values are `null`. */
export function dataOf(text: string): Record<string, unknown> {
  return saidOf(onlyNetwork(text).data);
}

/** What a text says about how its only network is trained, without ranges. */
export function trainOf(text: string): Record<string, unknown> {
  return saidOf(onlyNetwork(text).train);
}

/** The same of each network of a text. */
export function eachTrainOf(text: string): Record<string, unknown>[] {
  return read(text).networks.map(({ train }) => saidOf(train));
}

export function eachDataOf(text: string): Record<string, unknown>[] {
  return read(text).networks.map(({ data }) => saidOf(data));
}

function saidOf(settings: Parameters<typeof plainArguments>[0]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, plain(setting.value)]));
}
