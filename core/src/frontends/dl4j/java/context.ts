import type { Range } from "../../../model/range.js";
import type { Method, Region } from "../program/program.js";

/** What surrounds a node. */
export interface Context {
  readonly method: Method | null;
  readonly regions: readonly Region[];
  /** The enclosing block or class body: where a name declared here is visible. */
  readonly scope: Range;
  readonly owner: string | undefined;
  /** Others set the fields of the enclosing class. */
  readonly isSettable: boolean;
  /** In `static { … }`. */
  readonly isOfClass?: boolean;
  /** Of an anonymous class: the method in which it is made, whose variables it sees. */
  readonly enclosing?: Method | null;
  readonly depth: number;
}

export function within(context: Context, region: Region): Context {
  return { ...context, regions: [...context.regions, region] };
}
