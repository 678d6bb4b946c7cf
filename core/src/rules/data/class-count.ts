import type { Fix } from "../../model/change.js";
import type { Layer, Network } from "../../model/network.js";
import type { Known } from "../../model/setting.js";
import { defineRule, preferred, set, suggest, valueOf } from "../define-rule.js";
import { isSoftmaxClassifier, lossOf, sizedOutput } from "./classifier-output.js";
import { classesFound, knownSize, labelSize, type ClassesFound, type LabelSize } from "./known-classes.js";

/** An output layer of another size than the labels. */
export const classCount = defineRule({
  id: "data/class-count",
  severity: "error",
  options: { rowsPerClass: 20 },

  check({ network, options, report }) {
    for (const output of network.layers.filter(({ name }) => network.outputs.includes(name))) {
      const nOut = knownSize(sizedOutput(network, output));
      if (!nOut) continue;
      const said = labelSize(network, output);
      const found = isSoftmaxClassifier(network, output) ? classesFound(network) : undefined;
      if (said && said.count !== nOut.value && !isOneOfTwo(network, output, nOut.value, said.count)) {
        report({
          at: nOut,
          message: `nOut is ${nOut.value}, but ${said.said}.`,
          detail: oneUnitEach,
          related: said.classes ? [{ message: `${said.classes.value} classes.`, at: said.classes }] : [],
          fixes: repairs(nOut, said, isSoftmaxClassifier(network, output), (classes) => contradiction(found, classes, options), found),
        });
      } else if (found && contradiction(found, nOut.value, options)) {
        const more = found.count > nOut.value;
        report({
          at: nOut,
          severity: more ? "error" : "warning",
          message: `nOut is ${nOut.value}, but ${found.column} holds ${found.count} ${found.count === 1 ? "class" : "classes"}${more ? "" : ` in ${found.rows} rows`}.`,
          detail: more ? oneUnitEach : `${oneUnitEach} A class that never occurs cannot be learnt.`,
          fixes: found.count < 2 ? [] : [bothTo(found.count, nOut, said?.classes)],
        });
      }
    }
  },
});

const oneUnitEach =
  "One-hot labels have one value per class, so the output layer needs one unit per class: with 3 classes [1,0,0], [0,1,0] and [0,0,1].";

/** Two classes may also be one unit, with a sigmoid that says how sure it is of the second. */
function isOneOfTwo({ data }: Network, output: Layer, nOut: number, classes: number): boolean {
  return nOut === 1 && classes === 2 && valueOf(data.train)?.name === "builtin" && lossOf(output) === "XENT";
}

/** The file holds more classes than that, or so many rows that each of that many would occur. */
function contradiction(found: ClassesFound | undefined, classes: number, { rowsPerClass }: { readonly rowsPerClass: number }): boolean {
  if (!found) return false;
  return found.count > classes || (found.complete && found.count < classes && found.rows >= rowsPerClass * classes);
}

/** Which of the two numbers is wrong: the file decides where it is known, else both repairs are offered. */
function repairs(
  nOut: Known<number>,
  { count, classes }: LabelSize,
  softmax: boolean,
  contradicted: (classes: number) => boolean,
  found: ClassesFound | undefined,
): readonly Fix[] {
  const size = (count < 2 && softmax) || contradicted(count) ? [] : [suggest(`Set nOut to ${count}`, set(nOut, count))];
  const labels =
    classes === undefined || nOut.value < 2 || contradicted(nOut.value)
      ? []
      : [suggest(`Set the number of classes to ${nOut.value}`, set(classes, nOut.value))];
  if (size.length === 0 && labels.length === 0) return found && found.count >= 2 ? [bothTo(found.count, nOut, classes)] : [];
  if (found?.count === nOut.value) return [...labels.map(preferred), ...size];
  if (found?.count === count || labels.length === 0) return [...size.map(preferred), ...labels];
  return [...size, ...labels];
}

function bothTo(count: number, nOut: Known<number>, classes: Known<number> | undefined): Fix {
  if (!classes) return preferred(suggest(`Set nOut to ${count}`, set(nOut, count)));
  return preferred(suggest(`Set nOut and the number of classes to ${count}`, set(nOut, count), set(classes, count)));
}
