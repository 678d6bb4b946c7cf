import { firstSteps, gauss, oneHot } from "../data.js";
import { classes, classesOfSteps, graph, type CaseToMake } from "../golden-case.js";

const rows = { features: gauss(61, 4, 3), labels: oneHot(62, 4, 3) };
const perStep = { features: gauss(63, 4, 3, 5), labels: oneHot(64, 4, 2, 5) };
const images = { features: gauss(65, 4, 2, 4, 4), labels: oneHot(66, 4, 3) };
const mask = firstSteps(5, 5, 3, 4, 2);

const layer = (name: string, what: string, ...from: string[]) => `addLayer("${name}", ${what}, "${from.join('", "')}")`;
const vertex = (name: string, what: string, ...from: string[]) => `addVertex("${name}", new ${what}, "${from.join('", "')}")`;
const dense = (nOut: number) => `new DenseLayer.Builder().nOut(${String(nOut)}).build()`;
const lstm = "new LSTM.Builder().nOut(3).build()";

const overRows = (id: string, ...calls: string[]): CaseToMake => ({
  ...{ id, batchSize: 4, data: rows },
  java: graph({ in: "feedForward(3)" }, calls, "out"),
});
const overSeries = (id: string, ...calls: string[]): CaseToMake => ({
  ...{ id, batchSize: 4, data: perStep },
  java: graph({ in: "recurrent(3, 5)" }, calls, "out"),
});
const overImages = (id: string, ...calls: string[]): CaseToMake => ({
  ...{ id, batchSize: 4, data: images },
  java: graph({ in: "convolutional(4, 4, 2)" }, calls, "out"),
});
const masked = (one: CaseToMake): CaseToMake => ({
  ...one,
  id: `${one.id}-masked`,
  data: { ...one.data, featuresMask: mask, labelsMask: mask },
});

const reversed = overSeries(
  "reverse-time-series",
  layer("a", lstm, "in"),
  vertex("r", 'ReverseTimeSeriesVertex("in")', "a"),
  layer("out", classesOfSteps(2), "r"),
);
const attended = (settings: string) =>
  overSeries(
    "attention",
    layer("a", lstm, "in"),
    vertex("t", `AttentionVertex.Builder().nInKeys(3).nInValues(3).nInQueries(3)${settings}.build()`, "a", "in", "a"),
    layer("out", classesOfSteps(2), "t"),
  );

/** Vertices of graphs. */
export const vertices: readonly CaseToMake[] = [
  overRows(
    "l2",
    layer("a", dense(4), "in"),
    layer("b", dense(4), "in"),
    vertex("d", "L2Vertex()", "a", "b"),
    layer("out", classes(3), "d"),
  ),
  overImages(
    "l2-images",
    layer("a", "new ConvolutionLayer.Builder(2, 2).nOut(2).build()", "in"),
    layer("b", "new ConvolutionLayer.Builder(2, 2).nOut(2).build()", "in"),
    vertex("d", "L2Vertex()", "a", "b"),
    layer("out", classes(3), "d"),
  ),
  overRows(
    "reshape-to-image",
    layer("a", dense(8), "in"),
    vertex("r", "ReshapeVertex(-1, 2, 2, 2)", "a"),
    layer("c", "new ConvolutionLayer.Builder(2, 2).nOut(2).build()", "r"),
    layer("out", classes(3), "c"),
  ),
  overImages(
    "reshape-to-row",
    layer("c", "new ConvolutionLayer.Builder(3, 3).nOut(2).build()", "in"),
    vertex("r", "ReshapeVertex(-1, 8)", "c"),
    layer("out", classes(3).replace("nOut(3)", "nIn(8).nOut(3)"), "r"),
  ),
  overImages(
    "pool-helper",
    layer("c", "new ConvolutionLayer.Builder(2, 2).nOut(2).build()", "in"),
    vertex("p", "PoolHelperVertex()", "c"),
    layer("g", "new GlobalPoolingLayer(PoolingType.AVG)", "p"),
    layer("out", classes(3), "g"),
  ),
  overSeries(
    "preprocessor",
    vertex("p", "PreprocessorVertex(new RnnToFeedForwardPreProcessor())", "in"),
    layer("a", dense(3), "p"),
    layer("out", classesOfSteps(2), "a"),
  ),
  reversed,
  masked(reversed),
  attended(".nOut(3).nHeads(1).projectInput(false)"),
  { ...attended(".nOut(4).nHeads(2).projectInput(true)"), id: "attention-heads" },
  masked(attended(".nOut(4).nHeads(2).projectInput(true)")),
  overRows(
    "stack-unstack",
    layer("a", dense(4), "in"),
    layer("b", dense(4), "in"),
    vertex("s", "StackVertex()", "a", "b"),
    layer("c", dense(3), "s"),
    vertex("u", "UnstackVertex(0, 2)", "c"),
    vertex("v", "UnstackVertex(1, 2)", "c"),
    vertex("e", "ElementWiseVertex(ElementWiseVertex.Op.Product)", "u", "v"),
    layer("out", classes(3), "e"),
  ),
  overImages(
    "space-to-batch",
    layer("b", "new SpaceToBatchLayer.Builder(new int[] {2, 2}).build()", "in"),
    layer("d", dense(2), "b"),
    vertex("u", "UnstackVertex(0, 4)", "d"),
    vertex("v", "UnstackVertex(3, 4)", "d"),
    vertex("m", "MergeVertex()", "u", "v"),
    layer("out", classes(3), "m"),
  ),
  overSeries(
    "merge-and-subset",
    layer("a", lstm, "in"),
    vertex("m", "MergeVertex()", "a", "in"),
    vertex("s", "SubsetVertex(1, 3)", "m"),
    layer("out", classesOfSteps(2), "s"),
  ),
];
