import type { ForeignConstant, ForeignConstants } from "../../../model/project.js";
import { evaluate } from "../program/evaluate.js";
import { dottedName, type Expression } from "../program/expression.js";
import type { Declaration, Program } from "../program/program.js";
import { scopeOf, type Scope } from "../program/scope.js";

/** The constants that the classes of a file declare, by class and name: `Config.HIDDEN`, `Config.Training.EPOCHS`. */
export function declaredConstants(program: Program): ForeignConstants {
  const scope = scopeOf(program);
  const plain = withoutComments(program);
  const found = new Map<string, ForeignConstant | undefined>();
  const owners = new Map<number, Owner | undefined>();
  for (const declaration of program.declarations) {
    const { start } = declaration.scope;
    if (declaration.kind === "field" && !owners.has(start)) owners.set(start, ownerOf(declaration, plain));
    const owner = declaration.kind === "field" ? owners.get(start) : undefined;
    if (!owner || !(owner.isInterface || isConstant(declaration, plain)) || scope.writesTo(declaration).length > 0) continue;
    const name = `${owner.name}.${declaration.name}`;
    const value = declaration.initializer ? constantOf(declaration.initializer, declaration.type, scope) : undefined;
    found.set(name, found.has(name) ? undefined : value);
  }
  return new Map([...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

function constantOf(expression: Expression, type: string, scope: Scope): ForeignConstant | undefined {
  if (expression.kind === "list") {
    const element = type.replace(/\s*\[\s*\]$/, "");
    const items = expression.items.map((item) => constantOf(item, element, scope));
    return items.every((item) => item !== undefined) ? { kind: "list", items } : undefined;
  }
  const constant = evaluate(expression, scope);
  if (constant) return { kind: "value", ...constant, integer: constant.integer && !/^(double|float|Double|Float)$/.test(type) };
  return constantOfEnumeration(dottedName(expression), type);
}

/** `Activation.RELU`, or `RELU` by a static import, for a field of the type `Activation`. */
function constantOfEnumeration(name: string | undefined, type: string): ForeignConstant | undefined {
  const simple = type.slice(type.lastIndexOf(".") + 1);
  const parts = name?.split(".") ?? [];
  const constant = parts.at(-1) ?? "";
  if (!/^[A-Z]\w*$/.test(simple) || !/^[A-Z]\w*$/.test(constant)) return undefined;
  if (parts.length > 1 && parts.at(-2) !== simple) return undefined;
  return { kind: "name", name: `${simple}.${constant}` };
}

/** The text with comments blanked out, so that places stay the same. */
function withoutComments({ text, comments }: Program): string {
  let plain = "";
  let at = 0;
  for (const { range } of comments) {
    plain += text.slice(at, range.start) + " ".repeat(range.end - range.start);
    at = range.end;
  }
  return plain + text.slice(at);
}

interface Owner {
  readonly name: string;
  readonly isInterface: boolean;
}

/** The class that a field stands in, with the classes around it. */
function ownerOf({ scope }: Declaration, plain: string): Owner | undefined {
  const header = /\b(class|interface|enum|record|object)\s+(\w+)[^{};]*$/.exec(plain.slice(0, scope.start));
  const [, kind, name] = header ?? [];
  if (name === undefined) return undefined;
  const outer = namesAround(plain.slice(0, header?.index));
  return { name: [...outer, name].join("."), isInterface: kind === "interface" };
}

/** The classes whose braces are open at the end of a text, from the outermost. */
function namesAround(plain: string): readonly string[] {
  const open: (string | null)[] = [];
  for (const [part, , name] of plain.matchAll(/"(?:\\.|[^"\\\n])*"|\b(class|interface|enum|record|object)\s+(\w+)[^{};]*\{|[{}]/g)) {
    if (part === "}") open.pop();
    else if (name !== undefined) open.push(name);
    else if (part === "{") open.push(null);
  }
  return open.filter((name) => name !== null);
}

/** `static final`, and not private: what another file can see, and nothing can change. */
function isConstant({ nameRange }: Declaration, plain: string): boolean {
  const ends = [";", "{", "}"].map((end) => plain.lastIndexOf(end, nameRange.start - 1));
  const modifiers = plain.slice(Math.max(...ends) + 1, nameRange.start);
  return /\bstatic\b/.test(modifiers) && /\bfinal\b/.test(modifiers) && !/\bprivate\b/.test(modifiers);
}
