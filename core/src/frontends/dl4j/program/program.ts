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
  /** `return`, `throw`, `break`, `continue`: where a course ends early. A value that is returned is a statement before it. */
  readonly exits?: readonly Exit[];
  /** Names of the classes declared in this file. */
  readonly types: ReadonlySet<string>;
  /** The bodies of these classes; absent where the notation has none to tell apart. */
  readonly bodies?: readonly ClassBody[];
  /** Every place where an identifier stands, declarations included. */
  readonly mentions: ReadonlyMap<string, readonly Range[]>;
}

export interface ClassBody {
  /** Of an anonymous class a name that no text has. */
  readonly name: string;
  readonly range: Range;
  /** Simple names of what it extends and implements, the superclass first. */
  readonly supers?: readonly string[];
  /** No object is of this very class. */
  readonly isAbstract?: boolean;
}

export interface Import {
  /** Without `.*`. */
  readonly path: string;
  readonly isStatic: boolean;
  readonly isWildcard: boolean;
  readonly range: Range;
}

/** A variable, field or parameter; a `receiver` is what a block of Kotlin is called on (`X().apply { … }`), under a name that no text has. */
export interface Declaration {
  readonly name: string;
  readonly nameRange: Range;
  readonly type: string;
  readonly kind: "local" | "field" | "parameter" | "receiver";
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
  /** Every object of the class has the field's own value. */
  readonly isOfObject?: boolean;
  /** The lambda that it holds for its whole life, for nothing but to be called. */
  readonly function?: Method;
}

/** An assignment (`x = …`, `x += …`, `x++`) to a name. */
export interface Write {
  readonly name: string;
  readonly range: Range;
  /** The value of a plain `=`; `null` for everything else. */
  readonly value: Expression | null;
  /** It assigns to a field through `this` or another object, never to a local variable. */
  readonly through?: "this" | "object";
  readonly method: Method | null;
  readonly regions: readonly Region[];
}

export interface Method {
  /** Empty where the damaged text has lost it. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly range: Range;
  /** The class that declares it; absent outside classes. */
  readonly owner?: string;
  readonly isConstructor?: boolean;
  /** It needs no object. */
  readonly isStatic?: boolean;
  /** It has no body: what is run is that of a class below. */
  readonly isAbstract?: boolean;
  /** The last parameter takes all further arguments. */
  readonly isVarargs?: boolean;
  /** What parameters are without an argument; `null` for those that need one. */
  readonly defaults?: readonly (Expression | null)[];
  /** A function of Kotlin that is called on an object of another class: its `this`. */
  readonly isExtension?: boolean;
  /** The constructor in the header of a Kotlin class: its parameters are there before the fields' initial values. */
  readonly isPrimary?: boolean;
  /** As written. */
  readonly returnType?: string;
  /** Of a lambda in a variable: the method in which it was made, whose variables it sees. */
  readonly enclosing?: Method | null;
}

/** Text that runs not exactly once: a branch, a loop, a lambda. */
export interface Region {
  readonly kind: "branch" | "loop";
  readonly range: Range;
  /** `for (int i = from; i < to; i++)`: the counter, its bounds and whether the last is included. */
  readonly count?: { readonly variable: string; readonly from: Expression; readonly to: Expression; readonly inclusive: boolean };
  /** Of a branch: which others exclude it, and when it is taken. */
  readonly choice?: Choice;
  /** Of a loop: how it goes on. What is run once before it belongs to what surrounds it. */
  readonly course?: Course;
  /** The body of a lambda: what it returns is not the method's. */
  readonly isLambda?: boolean;
}

/** One of the branches of an `if` or `switch`. */
export interface Choice {
  /** Where the statement starts: the same for all its branches. */
  readonly of: number;
  /** How many branches it has, empty ones too. */
  readonly outOf: number;
  /** The condition, or the subject of a `switch`. */
  readonly when: Expression;
  /** Of a `switch`: the values that lead to this branch; with `isElse` to the others. */
  readonly labels?: readonly Expression[];
  /** `else`, `default`: taken when the condition does not hold. */
  readonly isElse: boolean;
}

export type Course =
  /** `for (; while; updates)`, `while (…)`; `isTestedLast` for `do … while (…)`. */
  | {
      readonly kind: "condition";
      readonly while: Expression | null;
      readonly updates: readonly Expression[];
      readonly isTestedLast: boolean;
    }
  /** `for (int size : sizes)`. */
  | { readonly kind: "each"; readonly variable: Range; readonly of: Expression };

/** A place where the course of the program leaves a block. */
export interface Exit {
  readonly kind: "return" | "throw" | "break" | "continue";
  readonly range: Range;
  readonly method: Method | null;
  readonly regions: readonly Region[];
}

/** An expression that stands alone, is returned, or is stored in a variable. */
export interface Statement {
  readonly expression: Expression;
  readonly range: Range;
  /** Its place among what is run, where that is not its beginning: Kotlin's `x.apply { … }.build()` runs behind its block. */
  readonly at?: number;
  /** The variable that receives the value. */
  readonly target: string | null;
  /** The variable is a field, named through an object (`this.x = …`). */
  readonly isFieldTarget?: boolean;
  /** True when the value is returned from the method. */
  readonly isReturn: boolean;
  /** It is run once for the class (`static { … }`), not for each object. */
  readonly isOfClass?: boolean;
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

/** The innermost name of a type or of a dotted class: `Builder` of `NeuralNetConfiguration.Builder`. */
export function innerName(type: string): string {
  return simpleType(type).split(".").at(-1) ?? type;
}
