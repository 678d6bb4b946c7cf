import type { SyntaxNode } from "@lezer/common";
import type { ClassBody, Declaration, Import, Method } from "../program/program.js";
import { innerName } from "../program/program.js";
import { rangeOf } from "./expressions.js";

const span = (node: SyntaxNode | null, text: string): string => (node ? text.slice(node.from, node.to) : "");

/** What a method or constructor says before its body. */
export function signatureOf(node: SyntaxNode, owner: string | undefined, text: string): Method {
  const formal = node.getChild("FormalParameters");
  const modifiers = node.getChild("Modifiers");
  return {
    name: span(node.getChild("Definition"), text),
    parameters: formal ? parameterNames(formal).map((one) => span(one, text)) : [],
    range: rangeOf(node),
    ...(owner !== undefined && { owner }),
    isConstructor: node.name === "ConstructorDeclaration",
    isStatic: modifiers?.getChild("static") != null,
    isVarargs: formal?.getChild("SpreadParameter") != null,
    ...(node.name === "MethodDeclaration" && !node.getChild("Block") && { isAbstract: true }),
    returnType: typeOf(node, text),
  };
}

/** What the head of a class says of where it stands among others. */
export function headOf(node: SyntaxNode, text: string): Pick<ClassBody, "supers" | "isAbstract"> {
  const supers: string[] = [];
  for (const part of ["Superclass", "SuperInterfaces", "ExtendsInterfaces"])
    node
      .getChild(part)
      ?.cursor()
      .iterate(({ name, from, to }) => {
        if (name !== "TypeName" && name !== "ScopedTypeName" && name !== "GenericType") return true;
        supers.push(innerName(text.slice(from, to)));
        return false;
      });
  const isAbstract = node.name === "InterfaceDeclaration" || node.getChild("Modifiers")?.getChild("abstract") != null;
  return { ...(supers.length > 0 && { supers }), ...(isAbstract && { isAbstract }) };
}

export function parameterNames(formal: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  formal.cursor().iterate((node) => {
    if (node.name === "Definition") names.push(node.node);
  });
  return names;
}

/** Annotations after which a variable still has the value that is written. */
const harmlessAnnotation = /@(SuppressWarnings|Deprecated|Getter|NonNull|NotNull|Nonnull|Nullable)\b/g;

/** Annotations of a class by which others give its fields their values: Lombok's, and those that read settings. */
const settingAnnotation = /@(Builder|SuperBuilder|Data|Setter|With|AllArgsConstructor|ConfigurationProperties|Parameters|Command)\b/;

/** True where the fields of a class have values that its text does not write. */
export function isSetElsewhere(type: SyntaxNode, text: string): boolean {
  return settingAnnotation.test(span(type.getChild("Modifiers"), text));
}

/**
 * What kind of variable a declaration makes, and who else may see or set it.
 * @param isSettable others set the fields of the class
 */
export function variableTraits(
  declaration: SyntaxNode,
  text: string,
  isSettable: boolean,
): Pick<Declaration, "kind" | "isPrivate" | "isAnnotated" | "isOfObject"> {
  const isField = declaration.name !== "LocalVariableDeclaration" && declaration.name !== "Resource";
  const modifiers = declaration.getChild("Modifiers");
  const isConstant = declaration.name === "ConstantDeclaration" || modifiers?.getChild("static") != null;
  const isFixed = isConstant || modifiers?.getChild("final") != null;
  return {
    kind: isField ? "field" : "local",
    isPrivate: !isField || modifiers?.getChild("private") != null,
    isAnnotated: span(modifiers, text).replace(harmlessAnnotation, "").includes("@") || (isField && isSettable && !isFixed),
    ...(isField && { isOfObject: !isConstant }),
  };
}

export function importOf(node: SyntaxNode, text: string): Import {
  const path = node.getChild("ScopedIdentifier") ?? node.getChild("Identifier");
  return {
    path: span(path, text).replace(/\s+/g, ""),
    isStatic: node.getChild("static") !== null,
    isWildcard: node.getChild("Asterisk") !== null,
    range: rangeOf(node),
  };
}

/** The type that a declaration names; empty where there is none. */
export function typeOf(node: SyntaxNode, text: string): string {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (/Type$|TypeName$|^var$|^void$/.test(child.name)) return span(child, text);
  return "";
}
