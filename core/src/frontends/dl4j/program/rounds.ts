import { itemsOf } from "./collections.js";
import { evaluate } from "./evaluate.js";
import type { Expression } from "./expression.js";
import { meantBy } from "./expression.js";
import type { Declaration, Region } from "./program.js";
import type { LoopRounds } from "./path.js";
import type { Run } from "./run.js";

/** Goes round a loop: whether another round follows, `undefined` when that is not known. */
export interface Rounds {
  next(): boolean | undefined;
  update(): void;
}

/** Loops over more are not followed. */
const most = 1000;

/** How a loop goes on, where that can be known. */
export function roundsOf(region: Region, run: Run): Rounds | undefined {
  const { course, count } = region;
  if (course?.kind === "each") return eachOf(course.variable.start, run.reducer.reduce(course.of), run);
  if (!course && count) return counted(region, count, run);
  if (!course) return undefined;
  const { while: condition } = course;
  let isFirst = course.isTestedLast;
  return {
    next: () => {
      // `for (;;)` goes on until it is left
      const value = isFirst || condition === null || evaluate(run.reducer.reduce(condition), run.course.scope)?.value;
      isFirst = false;
      return typeof value === "boolean" ? value : undefined;
    },
    update: () => {
      run.reducer.all(course.updates);
    },
  };
}

function eachOf(variable: number, of: Expression, run: Run): Rounds | undefined {
  const list = itemsOf(meantBy(of));
  const declaration = run.course.scope.declaredAt(variable);
  return list && declaration && over(declaration, list.items, run);
}

function over(declaration: Declaration, items: readonly Expression[], run: Run): Rounds {
  let at = 0;
  return {
    next: () => {
      const item = items[at++];
      if (item) run.assign(declaration, item);
      return item !== undefined;
    },
    update: () => undefined,
  };
}

/** A counter with known bounds: `for (i in 0 until n)`. */
function counted(region: Region, count: NonNullable<Region["count"]>, run: Run): Rounds | undefined {
  const { reducer, course } = run;
  const declaration = course.scope.declaredIn(count.variable, region.range);
  const [from, to] = [reducer.numberOf(reducer.reduce(count.from)), reducer.numberOf(reducer.reduce(count.to))];
  if (!declaration || from === undefined || to === undefined || to - from > most) return undefined;
  const length = Math.max(0, to - from + (count.inclusive ? 1 : 0));
  const { range } = count.from;
  const items = Array.from({ length }, (_, index): Expression => ({ kind: "literal", range, value: from + index, integer: true }));
  return over(declaration, items, run);
}

/** What a loop says about its rounds where it is not followed. */
export function saidRounds({ count, course }: Region, run: Run): LoopRounds {
  const { reducer } = run;
  if (count) return { bounds: { from: reducer.reduce(count.from), to: reducer.reduce(count.to), inclusive: count.inclusive } };
  const condition = course?.kind === "condition" ? course.while : null;
  const isDrain = condition?.kind === "invoke" && condition.name === "hasNext";
  const data = course?.kind === "each" ? course.of : isDrain ? condition.on : null;
  const meant = data ? meantBy(reducer.reduce(data)) : undefined;
  return meant?.kind === "object" ? { through: meant.object } : {};
}
