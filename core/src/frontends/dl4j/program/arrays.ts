import type { Expression, Invoke, List } from "./expression.js";
import { dottedName, meantBy } from "./expression.js";
import { isForeign } from "./foreign-calls.js";
import type { Run } from "./run.js";

/** `Arrays.fill(sizes, 12)`, and what other code may do with the arrays that it is given: their items are not known any more. */
export function changeArrays(call: Invoke, run: Run): void {
  const { on, name, args } = call;
  const called = `${(on && dottedName(on)) ?? ""}.${name}`;
  if (/^(Arrays\.(fill|sort|setAll)|System\.arraycopy)$/.test(called)) {
    const [, filled, ...others] = args;
    change(args[name === "arraycopy" ? 2 : 0], name === "fill" && others.length === 0 ? filled : undefined, run);
  } else if (isForeign(call, run.course.scope)) for (const argument of args) if (argument.kind === "name") change(argument, undefined, run);
}

function change(argument: Expression | undefined, value: Expression | undefined, { environment }: Run): void {
  const list = argument && meantBy(argument);
  if (list?.kind !== "list") return;
  const unknown: Expression = { kind: "opaque", range: list.range };
  const after: List = { ...list, items: list.items.map(() => value ?? unknown) };
  environment.change(list, after);
}
