/** A block put into a whole file, and where its code starts in it. */
export interface Framed {
  readonly text: string;
  readonly offset: number;
  /** Length of the block's code in the file. */
  readonly length: number;
}

/** Puts a part of a config into the frame it needs to be read. */
export function frame(language: string, code: string, version: string | undefined): Framed {
  if (language === "nnet") return frameNnet(code);
  return language === "kotlin" ? frameKotlin(code, version ?? newest) : frameJava(code, version ?? newest);
}

const newest = "1.0.0-M2.1";

function between(before: string, code: string, after: string): Framed {
  return { text: before + code + after, offset: before.length, length: code.length };
}

function frameNnet(code: string): Framed {
  if (/^\s*(\/\/.*\n\s*|\/\*[\s\S]*?\*\/\s*)*network\s/.test(code)) return between("", code, "");
  const input = /^\s*input\b/m.test(code) ? "" : "  input: vector(4)\n";
  const layers = /^\s*layer\b/m.test(code)
    ? ""
    : "  layer dense { nOut: 8, activation: relu, weightInit: relu }\n  layer output { nOut: 3, activation: softmax, loss: mcxent }\n";
  return between("network example {\n", code, `${input}${layers}}\n`);
}

const isOld = (version: string) => version.startsWith("0.");

function frameJava(code: string, version: string): Framed {
  const imports = isOld(version) ? oldImports : newImports;
  if (/\bclass\s/.test(code)) return between(/^import\s/m.test(code) ? "" : `${imports}\n`, code, "");
  const head = `${imports}\npublic class Example {\n  public static void main(String[] args) throws Exception {\n`;
  const foot = "  }\n}\n";
  if (!/^\s*(\/\/.*\n\s*)*\./.test(code)) return between(head, code, foot);
  const start = `${head}    MultiLayerConfiguration conf = new NeuralNetConfiguration.Builder()\n`;
  if (/\.list\(|\.layer\(|\.graphBuilder\(/.test(code))
    return between(start, code, /\.build\(\)\s*;\s*$/.test(code) ? foot : `    .build();\n${foot}`);
  const activation = isOld(version) ? 'activation("relu")' : "activation(Activation.RELU)";
  const softmax = isOld(version) ? 'activation("softmax")' : "activation(Activation.SOFTMAX)";
  const layers = `    .list()
    .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).${activation}.weightInit(WeightInit.RELU).build())
    .layer(1, new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).${softmax}.build())
    .build();
`;
  return between(start, code, layers + foot);
}

/** A file, statements, calls in a chain, or (`updater(Adam(1e-3))`) statements of a block on the builder. */
function frameKotlin(code: string, version: string): Framed {
  const imports = (isOld(version) ? oldImports : newImports).replaceAll(";", "");
  if (/^\s*((private|internal|data)\s+)?(fun|class|object|const)\s/m.test(code))
    return between(/^import\s/m.test(code) ? "" : `${imports}\n`, code, "");
  const head = `${imports}\nfun main(args: Array<String>) {\n`;
  const first = /^\s*(?:\/\/.*\n\s*)*(\.|[a-z]\w*)/.exec(code)?.[1];
  const start = `${head}    val conf = NeuralNetConfiguration.Builder()`;
  const activation = isOld(version) ? 'activation("relu")' : "activation(Activation.RELU)";
  const softmax = isOld(version) ? 'activation("softmax")' : "activation(Activation.SOFTMAX)";
  const layers = `.list()
    .layer(0, DenseLayer.Builder().nIn(4).nOut(8).${activation}.weightInit(WeightInit.RELU).build())
    .layer(1, OutputLayer.Builder(LossFunctions.LossFunction.MCXENT).nIn(8).nOut(3).${softmax}.build())
    .build()
}
`;
  if (first === "val" || first === "var") return between(head, code, "}\n");
  if (first !== ".") return between(`${start}.apply {\n`, code, `    }${layers}`);
  const isWhole = /\.list\(|\.layer\(|\.graphBuilder\(/.test(code);
  return between(`${start}\n`, code, isWhole ? "    .build()\n}\n" : `    ${layers}`);
}

const sharedImports = `package example;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.*;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
`;
const oldImports = `${sharedImports}import org.deeplearning4j.nn.conf.Updater;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;
`;
const newImports = `${sharedImports}import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.*;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.schedule.*;
`;
