import type { Invoke } from "./expression.js";
import { dottedName } from "./expression.js";
import { declarationFor } from "./evaluate.js";
import type { Scope } from "./scope.js";

/** Classes whose methods leave what they are given as it is, beside those that are imported from libraries. */
const known =
  /^(Arrays|List|Set|Map|Collections|Objects|Optional|Stream|IntStream|String|Integer|Double|Math|System|Assert\w*|Nd4j|Transforms|InputType|LossFunctions|ImmutableList|ModelSerializer|\w+\.out|\w*[lL]og(ger)?|LOG)$/;

const libraries = /^(javax?|kotlinx?|org\.(nd4j|deeplearning4j|datavec|slf4j|junit|apache)|com\.google)\./;

/** Functions that are called without an object and change nothing: Kotlin's own. */
const plain =
  /^(print\w*|\w*[lL]istOf\w*|\w*[aA]rrayOf\w*|\w*[sS]etOf|\w*[mM]apOf|require\w*|check\w*|assert\w*|to|with|run|let|also|apply|maxOf|minOf|Pair|Triple|this|super)$/;

/** `Helpers.widen(layer)`, `widen(layer)` with a method of another file: it may do anything with what it is given. */
export function isForeign({ on, name }: Invoke, scope: Scope): boolean {
  if (!on) return !plain.test(name) && !isImported(name, scope);
  const written = dottedName(on);
  if (written === undefined || declarationFor(on, scope) || known.test(written)) return false;
  const head = written.split(".")[0] ?? written;
  if (!/(^|\.)[A-Z]\w*$/.test(written) || known.test(head)) return false;
  return !libraries.test(`${written}.`) && !isImported(head, scope);
}

/** From a library, under its own name. */
function isImported(name: string, { program }: Scope): boolean {
  return program.imports.some(({ path }) => path.endsWith(`.${name}`) && libraries.test(path));
}
