/** Java of many shapes and any length: what makes a reader that follows a program do the same work again and again. */

const layer = (units: string): string => `new DenseLayer.Builder().nIn(${units}).nOut(${units}).activation(Activation.RELU).build()`;
const output = "new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build()";

const numbers = (count: number): readonly number[] => Array.from({ length: Math.max(1, Math.round(count)) }, (_, index) => index);
const each = (count: number, line: (index: number) => string): string => numbers(count).map(line).join("\n");

function classAround(members: string): string {
  return `import org.deeplearning4j.nn.conf.*;\nimport org.deeplearning4j.nn.conf.layers.*;\n\npublic class Generated {\n${members}\n}\n`;
}

/** A method with a list builder `b` and a parameter `n` that nothing gives. */
function building(statements: string, members = ""): string {
  const start = "    NeuralNetConfiguration.ListBuilder b = new NeuralNetConfiguration.Builder().seed(7).updater(new Adam(0.01)).list();";
  const end = `    b.layer(${output});\n    return b.build();`;
  return classAround(`  public MultiLayerConfiguration conf(int n) {\n${start}\n${statements}\n${end}\n  }\n${members}`);
}

/** Each makes a text of about so many lines. */
export const javaShapes: Readonly<Record<string, (lines: number) => string>> = {
  "one long chain": (lines) =>
    classAround(
      `  MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder().list()\n${each(lines, (i) => `    .layer(${i}, ${layer("10")})`)}\n    .build();`,
    ),
  "branches of which nothing is known": (lines) =>
    building(each(lines / 4, (i) => `    if (n > ${i})\n      b.layer(${layer("10")});\n    else\n      b.layer(${layer("20")});`)),
  "branches in branches": (lines) =>
    building(
      each(
        lines / 60,
        () => `${each(15, (i) => `    if (n > ${i}) {\n      b.layer(${layer("10")});\n    } else {`)}\n${"    }\n".repeat(15)}`,
      ),
    ),
  "ways out of the method": (lines) => building(each(lines / 2, (i) => `    if (n == ${i}) return null;\n    b.layer(${layer("10")});`)),
  switches: (lines) =>
    building(
      each(
        lines / 40,
        () => `    switch (n) {\n${each(12, (i) => `      case ${i}:\n        b.layer(${layer("10")});\n        break;`)}\n    }`,
      ),
    ),
  "loops in loops": (lines) =>
    building(
      each(
        lines / 9,
        (i) =>
          `    for (int i${i} = 0; i${i} < 40; i${i}++) {\n      for (int j = 0; j < 40; j++) {\n        for (int k = 0; k < n; k++) {\n          b.layer(${layer("10")});\n        }\n        b.layer(${layer("k + j")});\n      }\n    }\n`,
      ),
    ),
  "methods that call the next one twice": (lines) =>
    building(
      "    last0(b, n);",
      each(
        lines / 5,
        (i) =>
          `  private void last${i}(NeuralNetConfiguration.ListBuilder b, int n) {\n    b.layer(${layer("n")});\n    last${i + 1}(b, n + 1);\n    last${i + 1}(b, n * 2);\n  }`,
      ),
    ),
  "names made of names": (lines) =>
    classAround(
      `  public ComputationGraph init(String in) {\n    GraphBuilder g = new NeuralNetConfiguration.Builder().graphBuilder();\n    String s0 = in;\n${each(
        lines,
        (i) => `    String s${i + 1} = block(g, s${i} + "-" + s${i}, s${i});`,
      )}\n    g.setOutputs(in);\n    return new ComputationGraph(g.build());\n  }\n  private String block(GraphBuilder g, String name, String from) {\n    g.addLayer(name, ${layer("10")}, from);\n    return name + "/" + from;\n  }`,
    ),
  "text that doubles": (lines) =>
    building(
      `    String s = "ab";\n${each(lines, () => "    s = s + s;")}\n    b.layer(new DenseLayer.Builder().name(s).nOut(10).build());`,
    ),
  "sums of sums": (lines) =>
    building(
      `    int s0 = n;\n${each(lines, (i) => `    int s${i + 1} = s${i} + s${i};`)}\n    b.layer(${layer(`s${Math.round(lines)}`)});`,
      `  static final int C0 = 1;\n${each(lines / 2, (i) => `  static final int C${i + 1} = C${i} + C${i};`)}\n  static final int X = Y + Y;\n  static final int Y = X + X;`,
    ),
  "many networks": (lines) =>
    classAround(
      each(
        lines / 7,
        (i) =>
          `  MultiLayerConfiguration conf${i}(int n) {\n    return new NeuralNetConfiguration.Builder().updater(new Sgd(n))\n        .list()\n        .layer(${layer("n")})\n        .layer(${output})\n        .build();\n  }`,
      ),
    ),
  "one method for many networks": (lines) =>
    classAround(
      `  MultiLayerConfiguration conf(int n) {\n    return new NeuralNetConfiguration.Builder().list().layer(${layer("n")}).layer(${output}).build();\n  }\n  void all() {\n${each(
        lines,
        (i) => `    new MultiLayerNetwork(conf(${i})).init();`,
      )}\n  }`,
    ),
  "fields and setters": (lines) =>
    building(
      each(lines / 5, (i) => `    b.layer(${layer(`f${i}`)});`),
      each(lines / 5, (i) => `  private int f${i} = ${i};\n  public void set${i}(int f) {\n    this.f${i} = f;\n  }`),
    ),
  "lists that are filled": (lines) =>
    building(
      `    List<Layer> layers = new ArrayList<>();\n    int[] sizes = new int[200];\n${each(
        lines,
        (i) => `    layers.add(${layer(`sizes[${i % 200}] = ${i}`)});`,
      )}\n    for (Layer one : layers) b.layer(one);\n    for (int i = 0; i < layers.size(); i++) b.layer(layers.get(i));`,
    ),
  "training in many places": (lines) =>
    classAround(
      `  void all(DataSetIterator data) {\n    MultiLayerNetwork net = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list().layer(${output}).build());\n${each(
        lines / 3,
        (i) => `    for (int i = 0; i < ${i}; i++) {\n      net.fit(data.next());\n    }`,
      )}\n  }`,
    ),
};
