import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const goldens = path.join(here, "../golden");

/** Releases that run on Java 17, and the folders of sources that each can compile; `golden` are the golden cases. */
export const releases = JSON.parse(readFileSync(path.join(here, "releases.json"), "utf8")) as Readonly<Record<string, readonly string[]>>;

/** A Java file whose networks the library builds. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** Everything that a release builds. */
export function sourcesOf(release: string): readonly Source[] {
  return (releases[release] ?? []).flatMap((folder) =>
    folder === "golden" ? goldenSources() : sourcesIn(path.join(here, "sources", folder)),
  );
}

/** Where what the library built from a source is kept. */
export function expectedFile(release: string, { name }: Source): string {
  return path.join(here, "expected", release, `${name}.json`);
}

function sourcesIn(folder: string): Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".java"))
    .sort()
    .map((file) => ({ name: file.replace(/\.java$/, ""), text: readFileSync(path.join(folder, file), "utf8") }));
}

const imports = [
  ...[
    "api.OptimizationAlgorithm",
    "conf.*",
    "conf.layers.*",
    "conf.inputs.InputType",
    "conf.graph.*",
    "conf.graph.rnn.*",
    "conf.layers.misc.*",
  ],
  ...[
    "conf.layers.recurrent.*",
    "conf.layers.variational.*",
    "conf.distribution.*",
    "conf.dropout.*",
    "conf.weightnoise.*",
    "conf.preprocessor.*",
  ],
  ...["weights.WeightInit"],
].map((name) => `org.deeplearning4j.nn.${name}`);
const moreImports = [
  ...[
    "activations.Activation",
    "api.buffer.DataType",
    "factory.Nd4j",
    "learning.config.*",
    "lossfunctions.LossFunctions",
    "lossfunctions.impl.*",
  ],
  ...["schedule.*", "activations.impl.*"],
].map((name) => `org.nd4j.linalg.${name}`);

/** The configurations of the golden cases (`test/golden/`), a class for each file of them. */
function goldenSources(): Source[] {
  return readdirSync(goldens)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const { cases = [] } = JSON.parse(readFileSync(path.join(goldens, file), "utf8")) as {
        cases?: readonly { readonly java?: string }[];
      };
      const texts = cases.flatMap(({ java }) => (typeof java === "string" ? [java] : []));
      const name = `Golden${file.replace(/\.json$/, "").replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      return texts.length === 0 ? [] : [{ name, text: goldenClass(name, texts) }];
    });
}

function goldenClass(name: string, texts: readonly string[]): string {
  const methods = texts.map((text, index) => {
    const type = text.includes("graphBuilder()") ? "ComputationGraphConfiguration" : "MultiLayerConfiguration";
    return `    ${type} case${String(index)}() {\n        return ${text};\n    }\n`;
  });
  const lines = [...imports, ...moreImports].map((one) => `import ${one};\n`);
  return `${lines.join("")}\nclass ${name} {\n${methods.join("\n")}}\n`;
}
