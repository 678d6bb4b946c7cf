import type { Exit, Method, Program, Region, Statement } from "./program.js";

/** What a method does, in order. */
export type Step =
  | { readonly kind: "statement"; readonly statement: Statement }
  | { readonly kind: "exit"; readonly exit: Exit }
  | { readonly kind: "choice"; readonly branches: readonly Branch[] }
  | { readonly kind: "loop"; readonly region: Region; readonly steps: readonly Step[] };

/** One of several ways; alone where it is taken or not (a `catch`, a lambda). */
export interface Branch {
  readonly region: Region;
  readonly steps: readonly Step[];
}

/** The steps of each method, and under `null` those of the classes themselves: their fields' initial values. */
export function stepsOf(program: Program): ReadonlyMap<Method | null, readonly Step[]> {
  const items = new Map<Method | null, (Statement | Exit)[]>([[null, []]]);
  for (const item of [...program.statements, ...(program.exits ?? [])]) {
    const known = items.get(item.method);
    if (known) known.push(item);
    else items.set(item.method, [item]);
  }
  return new Map(
    [...items].map(([method, list]) => [
      method,
      nested(
        list.sort((a, b) => orderOf(a) - orderOf(b)),
        0,
      ),
    ]),
  );
}

/** Where a step stands in the text. */
export function placeOf(step: Step): number {
  switch (step.kind) {
    case "statement":
      return step.statement.range.start;
    case "exit":
      return step.exit.range.start;
    case "choice":
      return step.branches[0]?.region.range.start ?? 0;
    case "loop":
      return step.region.range.start;
  }
}

/** A value is returned before the method is left. */
function orderOf(item: Statement | Exit): number {
  return "expression" in item ? (item.at ?? item.range.start) : item.range.end;
}

/** Puts what stands in the same region together. */
function nested(items: readonly (Statement | Exit)[], depth: number): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    const region = item?.regions[depth];
    if (!item) break;
    if (!region) {
      steps.push("expression" in item ? { kind: "statement", statement: item } : { kind: "exit", exit: item });
      at++;
      continue;
    }
    let end = at;
    while (items[end]?.regions[depth] === region) end++;
    add(steps, region, nested(items.slice(at, end), depth + 1));
    at = end;
  }
  return steps;
}

function add(steps: Step[], region: Region, inside: readonly Step[]): void {
  if (region.kind === "loop") {
    steps.push({ kind: "loop", region, steps: inside });
    return;
  }
  const last = steps.at(-1);
  const branch = { region, steps: inside };
  const belongs = last?.kind === "choice" && region.choice !== undefined && last.branches[0]?.region.choice?.of === region.choice.of;
  if (belongs) steps[steps.length - 1] = { kind: "choice", branches: [...last.branches, branch] };
  else steps.push({ kind: "choice", branches: [branch] });
}
