import type { ForeignConstant, ForeignConstants, SourceFile, SourceProvider } from "../../../model/project.js";
import type { Range } from "../../../model/range.js";
import { dottedName, type Expression } from "../program/expression.js";
import type { Program } from "../program/program.js";
import { scopeOf } from "../program/scope.js";
import { fullNamesOf, packageOf, supertypesOf } from "./class-names.js";
import { declaredConstants } from "./declared-constants.js";
import { mapNames } from "./map-program.js";
import { foreignReferences } from "./references.js";

/** Constants that are made of others in further files, and classes that inherit from others: no person goes deeper. */
const deepest = 4;

/** Reads a source file by its ending; `undefined` for a language that is not read. */
export type ReadProgram = (file: SourceFile) => Program | undefined;

/** Looks up the constants of other files that a program names. Nothing is run: only `static final` values that the text gives count. */
export async function foreignConstants(program: Program, sources: SourceProvider, read: ReadProgram, depth = 0): Promise<ForeignConstants> {
  if (depth > deepest) return new Map();
  const lookup = new Lookup(packageOf(program.text), sources, read, depth);
  const found = await Promise.all(
    foreignReferences(program).map(async ({ name, candidates }) => [name, await lookup.firstOf(candidates)] as const),
  );
  return new Map(found.flatMap(([name, constant]) => (constant === undefined ? [] : [[name, constant] as const])));
}

class Lookup {
  constructor(
    private readonly ownPackage: string,
    private readonly sources: SourceProvider,
    private readonly read: ReadProgram,
    private readonly depth: number,
  ) {}

  /** The constant under the first of the names that exists; unknown where two of a group do. */
  async firstOf(candidates: readonly (readonly string[])[]): Promise<ForeignConstant | undefined> {
    for (const group of candidates) {
      const declared = await Promise.all(group.map((name) => this.#declared(name, 0)));
      const classes = declared.filter((one) => one !== undefined);
      if (classes.length > 1) return undefined;
      if (classes[0]?.isDeclared) return classes[0].constant;
    }
    return undefined;
  }

  /** What a class says of a constant, or a class that it inherits from; `undefined` when there is no such class. */
  async #declared(name: string, generation: number): Promise<{ constant: ForeignConstant | undefined; isDeclared: boolean } | undefined> {
    const parts = name.split(".");
    const first = parts.findIndex((part) => /^[A-Z]/.test(part));
    const file = first < 0 ? undefined : await this.sources.classNamed(parts.slice(0, first + 1).join("."), this.ownPackage);
    const program = file && this.read(file);
    if (!program) return undefined;
    const constants = await this.#constantsOf(program);
    const inner = parts.slice(first);
    const constant = constants.get(inner.join("."));
    const isDeclared = program.declarations.some((one) => one.kind === "field" && one.name === inner.at(-1));
    if (isDeclared || generation >= deepest) return { constant, isDeclared };
    for (const type of supertypesOf(program.text)
      .flatMap((one) => fullNamesOf(one, program))
      .flat()) {
      const inherited = await this.#declared(`${type}.${inner.at(-1) ?? ""}`, generation + 1);
      if (inherited?.isDeclared) return inherited;
    }
    return { constant: undefined, isDeclared: false };
  }

  async #constantsOf(program: Program): Promise<ForeignConstants> {
    const further = await foreignConstants(program, this.sources, this.read, this.depth + 1);
    return declaredConstants(withConstants(program, further));
  }
}

const filledIn = new WeakMap<ForeignConstants, WeakMap<Program, Program>>();

/** The program with the constants of other files in the places where it names them; the same one when it is asked for again. */
export function withConstants(program: Program, constants: ForeignConstants | undefined): Program {
  if (!constants || constants.size === 0) return program;
  const programs = filledIn.get(constants) ?? new WeakMap<Program, Program>();
  filledIn.set(constants, programs);
  const filled = programs.get(program) ?? fillIn(program, constants);
  programs.set(program, filled);
  return filled;
}

function fillIn(program: Program, constants: ForeignConstants): Program {
  const scope = scopeOf(program);
  return mapNames(program, (expression) => {
    const name = dottedName(expression);
    const constant = name === undefined ? undefined : constants.get(name);
    const [head = ""] = name?.split(".") ?? [];
    if (constant === undefined || scope.declarationOf(head, expression.range.start)) return undefined;
    return expressionOf(constant, expression.range);
  });
}

/** Its place is where it is named: that is the text that a fix may change. */
function expressionOf(constant: ForeignConstant, range: Range): Expression {
  switch (constant.kind) {
    case "value":
      return { kind: "literal", value: constant.value, integer: constant.integer, range };
    case "list":
      return { kind: "list", items: constant.items.map((item) => expressionOf(item, range)), range };
    case "name": {
      const [head = "", ...names] = constant.name.split(".");
      return names.reduce<Expression>((on, name) => ({ kind: "select", on, name, nameRange: range, range }), {
        kind: "name",
        name: head,
        range,
      });
    }
  }
}
