import type { Comment } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";
import type { Expression } from "./expression.js";

/** A source file of the host language, flattened: declarations and statements in the order written, each knowing what surrounds it. */
export interface Program {
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  readonly declarations: readonly Declaration[];
  readonly writes: readonly Write[];
  readonly statements: readonly Statement[];
  readonly methods: readonly Method[];
  /** Names of the classes declared in this file. */
  readonly types: ReadonlySet<string>;
  /** Every place where an identifier stands, declarations included. */
  readonly mentions: ReadonlyMap<string, readonly Range[]>;
}

export interface Import {
  /** Without `.*`. */
  readonly path: string;
  readonly isStatic: boolean;
  readonly isWildcard: boolean;
  readonly range: Range;
}

/** A variable, field or parameter. */
export interface Declaration {
  readonly name: string;
  readonly nameRange: Range;
  readonly type: string;
  readonly kind: "local" | "field" | "parameter";
  readonly initializer: Expression | null;
  /** Where the name is visible. */
  readonly scope: Range;
  /** No other file can see it. */
  readonly isPrivate: boolean;
  /** An annotation (`@Parameter`) may give it another value. */
  readonly isAnnotated: boolean;
  readonly method: Method | null;
  /** Loops and branches around it, from the outermost. */
  readonly regions: readonly Region[];
}

/** An assignment (`x = …`, `x += …`, `x++`) to a name. */
export interface Write {
  readonly name: string;
  readonly range: Range;
  /** The value of a plain `=`; `null` for everything else. */
  readonly value: Expression | null;
  readonly method: Method | null;
  readonly regions: readonly Region[];
}

export interface Method {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly range: Range;
}

/** Text that runs not exactly once: a branch, a loop, a lambda. */
export interface Region {
  readonly kind: "branch" | "loop";
  readonly range: Range;
  /** `for (int i = from; i < to; i++)`: the counter, its bounds and whether the last is included. */
  readonly count?: { readonly variable: string; readonly from: Expression; readonly to: Expression; readonly inclusive: boolean };
}

/** An expression that stands alone, is returned, or is stored in a variable. */
export interface Statement {
  readonly expression: Expression;
  readonly range: Range;
  /** The variable that receives the value. */
  readonly target: string | null;
  /** True when the value is returned from the method. */
  readonly isReturn: boolean;
  readonly method: Method | null;
  readonly regions: readonly Region[];
}

/** The last name of a type without generics and package: `NeuralNetConfiguration.Builder` stays, `org.x.Adam` becomes `Adam`. */
export function simpleType(type: string): string {
  const parts = type
    .replace(/<[^]*$/, "")
    .replace(/\s+/g, "")
    .split(".");
  const first = parts.findIndex((part) => /^[A-Z]/.test(part));
  return parts.slice(Math.max(first, 0)).join(".");
}
