import type { Diagnostic } from "vscode-languageserver";

// Configs that the tests send, and ways to read what comes back.

/** A network in order, but for what is put in. */
export function network(rate = "0.05", { name = "spam", layer = "layer dense { nOut: 8 }", more = "" } = {}): string {
  return `network ${name} {
  train { seed: 1, epochs: 20, updater: sgd(learningRate: ${rate})${more} }
  defaults { activation: relu, weightInit: relu }
  input: vector(4)
  ${layer}
  layer output { nOut: 3, activation: softmax, loss: mcxent }
}
`;
}

/** The same with builder calls of 0.9.1, whose momentum was taken for a learning rate. */
export const java = `package example;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;

class Spam {
  Object configuration() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .iterations(1)
        .learningRate(50)
        .weightInit(WeightInit.RELU)
        .activation(Activation.RELU)
        .list()
        .layer(0, new DenseLayer.Builder().nIn(4).nOut(8).build())
        .layer(1, new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).nIn(8).nOut(3).build())
        .build();
  }
}
`;

/** The ids of the rules that report, sorted. */
export function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).sort();
}

/** The piece of a text that a range covers. */
export function textAt(text: string, { range: { start, end } }: Pick<Diagnostic, "range">): string {
  const lines = text.split("\n");
  const from = lines.slice(0, start.line).reduce((sum, line) => sum + line.length + 1, start.character);
  const to = lines.slice(0, end.line).reduce((sum, line) => sum + line.length + 1, end.character);
  return text.slice(from, to);
}

/** What a finding says: what is wrong, and on the next line why. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** A build file with a version of Deeplearning4j. */
export function pom(version: string): string {
  return `<project><dependencies><dependency>
  <groupId>org.deeplearning4j</groupId><artifactId>deeplearning4j-core</artifactId><version>${version}</version>
</dependency></dependencies></project>
`;
}
