import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Method } from "../program/program.js";
import { rangeOf } from "./expressions.js";

/** Methods of `java.util.function`'s interfaces, and of those that people write for themselves (`apply`, `build`, `create`). */
const calls = /^(apply|get|accept|test|call|run|create|build|make|applyAs(Int|Long|Double)|getAs(Int|Long|Double|Boolean))$/;

/** True for a call that runs the function that a variable holds. */
export function runsFunction(name: string): boolean {
  return calls.test(name);
}

/**
 * A lambda that a variable holds for nothing but to be called (`Function<Integer, DenseLayer> dense = n -> …; dense.apply(32)`) is a
 * method; `undefined` where it is handed on, so that it cannot be known when it runs.
 * @param scope where the variable is visible
 */
export function functionOf(
  lambda: SyntaxNode,
  name: SyntaxNode,
  { method, owner, scope }: { readonly method: Method | null; readonly owner: string | undefined; readonly scope: Range },
  text: string,
  type: string,
): Method | undefined {
  const spelled = text.slice(name.from, name.to);
  const mentions = [
    ...(text.slice(scope.start, name.from) + text.slice(lambda.to, scope.end)).matchAll(
      new RegExp(`(?<![\\w$.])${escaped(spelled)}(?![\\w$])(\\s*\\.\\s*(\\w+)\\s*\\()?`, "g"),
    ),
  ];
  const runs = (called: string) => runsFunction(called) || isOnlyMethod(called, type, text);
  if (mentions.length === 0 || !mentions.every(([, , called]) => called !== undefined && runs(called))) return undefined;
  const parameters = parametersOf(lambda).map((one) => text.slice(one.from, one.to));
  return {
    name: `${spelled}@${lambda.from}`,
    parameters,
    range: rangeOf(lambda),
    enclosing: method,
    ...(owner !== undefined && { owner }),
  };
}

/** The method of an interface of the file that has no other. */
function isOnlyMethod(name: string, type: string, text: string): boolean {
  const own = new RegExp(`\\binterface\\s+${escaped(type.replace(/<[^]*$/, ""))}\\s*(?:<[^{]*>)?\\s*\\{([^{}]*)\\}`).exec(text)?.[1];
  return own !== undefined && new RegExp(`^[^;]*\\b${escaped(name)}\\s*\\([^;]*;\\s*$`).test(own);
}

const escaped = (name: string) => name.replace(/[^\w]/g, "\\$&");

/** The names before the arrow. */
export function parametersOf(lambda: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = lambda.firstChild; child && child !== lambda.lastChild; child = child.nextSibling)
    child.cursor().iterate((node) => {
      if (node.name === "Definition") found.push(node.node);
    });
  return found;
}
