import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Expression } from "../program/expression.js";
import type { Declaration, Method, Statement, Write } from "../program/program.js";
import { operandsOf, rangeOf, toExpression } from "./expressions.js";
import { typeOf } from "./signatures.js";

/** Declarations that stand in a class's header, or in an enumeration's list, and what they do. */
export interface Members {
  readonly methods: readonly Method[];
  readonly declarations: readonly Declaration[];
  readonly writes: readonly Write[];
  readonly statements: readonly Statement[];
}

const plain = { initializer: null, isPrivate: false, isAnnotated: false, regions: [] } as const;

/**
 * The header of `record Config(int units, double rate) { … }`: a field for each component, the constructor that fills them, and methods
 * that give them, but for those that the body writes itself.
 */
export function recordMembers(node: SyntaxNode, owner: string, text: string): Members {
  const header = node.getChild("RecordHeader");
  const components = (header?.getChildren("RecordComponent") ?? []).flatMap((component) => {
    const name = component.getChild("Definition");
    return name ? [{ name: text.slice(name.from, name.to), nameRange: rangeOf(name), type: typeOf(component, text) }] : [];
  });
  const range = rangeOf(header ?? node);
  const method: Method = {
    name: owner,
    parameters: components.map(({ name }) => name),
    range,
    owner,
    isConstructor: true,
    isPrimary: true,
  };
  const own = new Set(ownMethods(node, text));
  const accessors = components
    .filter(({ name }) => !own.has(name))
    .map(({ name, nameRange }) => ({ accessor: { name, parameters: [], range: nameRange, owner }, nameRange }));
  return {
    methods: [method, ...accessors.map(({ accessor }) => accessor)],
    declarations: components.flatMap(({ name, nameRange, type }): Declaration[] => [
      { ...plain, name, nameRange, type, kind: "field", method: null, scope: rangeOf(node), isOfObject: true },
      { ...plain, name, nameRange, type, kind: "parameter", method, scope: range },
    ]),
    writes: components.map(({ name, nameRange }) => {
      return { name, range: nameRange, value: nameAt(name, nameRange), through: "this", method, regions: [] };
    }),
    statements: [
      ...components.map(({ name, nameRange }): Statement => {
        const expression = nameAt(name, nameRange);
        return { expression, range: nameRange, target: name, isFieldTarget: true, isReturn: false, method, regions: [] };
      }),
      ...accessors.map(({ accessor, nameRange }): Statement => {
        const on = nameAt("this", nameRange);
        const expression: Expression = { kind: "select", range: nameRange, on, name: accessor.name, nameRange };
        return { expression, range: nameRange, target: null, isReturn: true, method: accessor, regions: [] };
      }),
    ],
  };
}

const nameAt = (name: string, range: Range): Expression => ({ kind: "name", range, name });

/** Names of the body's methods without parameters. */
function ownMethods(node: SyntaxNode, text: string): readonly string[] {
  return (node.getChild("RecordBody")?.getChildren("MethodDeclaration") ?? []).flatMap((method) => {
    const name = method.getChild("Definition");
    return name ? [text.slice(name.from, name.to)] : [];
  });
}

/** The constants of `enum Size { SMALL(64), LARGE(512); … }` that are made with arguments: objects of the class, in fields of their names. */
export function enumConstants(node: SyntaxNode, owner: string, text: string): Members {
  const body = node.getChild("EnumBody");
  const constants = (body?.getChildren("EnumConstant") ?? []).flatMap((constant) => {
    const [name, list] = [constant.getChild("Definition"), constant.getChild("ArgumentList")];
    return name && list ? [{ constant, name, list }] : [];
  });
  const made = constants.map(({ constant, name, list }) => {
    const expression: Expression = {
      ...{ kind: "construct", range: rangeOf(constant), type: owner, typeRange: rangeOf(name) },
      args: operandsOf(list).map((one) => toExpression(one, text)),
      argsRange: { start: list.from + 1, end: Math.max(list.from + 1, list.to - 1) },
      hasBody: constant.getChild("ClassBody") !== null,
    };
    return { name: text.slice(name.from, name.to), nameRange: rangeOf(name), range: rangeOf(constant), expression };
  });
  return {
    methods: [],
    writes: [],
    declarations: made.map(({ name, nameRange, expression }) => {
      const scope = rangeOf(body ?? node);
      return { ...plain, name, nameRange, type: owner, kind: "field", initializer: expression, method: null, scope, isOfObject: false };
    }),
    statements: made.map(({ name, range, expression }) => {
      return { expression, range, target: name, isReturn: false, method: null, regions: [] };
    }),
  };
}
