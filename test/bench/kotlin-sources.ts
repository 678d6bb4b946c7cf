/** Kotlin of many shapes and any length. */

const layer = (units: string): string => `DenseLayer.Builder().nIn(${units}).nOut(${units}).activation(Activation.RELU).build()`;
const each = (count: number, line: (index: number) => string): string =>
  Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => line(index)).join("\n");

function building(statements: string, members = ""): string {
  return `import org.deeplearning4j.nn.conf.*\n\nfun conf(n: Int): MultiLayerConfiguration {\n    val b = NeuralNetConfiguration.Builder().seed(7).updater(Adam(0.01)).list()\n${statements}\n    return b.build()\n}\n${members}\n`;
}

/** Each makes a text of about so many lines. */
export const kotlinShapes: Readonly<Record<string, (lines: number) => string>> = {
  "one long chain": (lines) => building(`    b\n${each(lines, (i) => `        .layer(${i}, ${layer("10")})`)}`),
  "blocks on objects": (lines) =>
    building(
      each(
        lines / 6,
        () =>
          `    b.apply {\n        layer(DenseLayer.Builder().apply {\n            nIn(n)\n            nOut(20)\n        }.build())\n    }`,
      ),
    ),
  "branches of which nothing is known": (lines) =>
    building(each(lines / 4, (i) => `    if (n > ${i})\n        b.layer(${layer("10")})\n    else\n        b.layer(${layer("20")})`)),
  "when with many branches": (lines) =>
    building(each(lines / 12, () => `    when (n) {\n${each(10, (i) => `        ${i} -> b.layer(${layer(`${i} + n`)})`)}\n    }`)),
  "functions that call the next one twice": (lines) =>
    building(
      "    last0(b, n)",
      each(
        lines / 5,
        (i) =>
          `fun last${i}(b: NeuralNetConfiguration.ListBuilder, n: Int) {\n    b.layer(${layer("n")})\n    last${i + 1}(b, n + 1)\n    last${i + 1}(b, n * 2)\n}`,
      ),
    ),
  "ranges and lists": (lines) =>
    building(
      each(
        lines / 5,
        () =>
          `    for (i in 0 until 50) {\n        b.layer(${layer("i")})\n    }\n    listOf(1, 2, 3).forEach { b.layer(${layer("it")}) }\n`,
      ),
    ),
};
