import { parser } from "@lezer/java";
import type { SyntaxNode, Tree } from "@lezer/common";
import type { Comment } from "../../../model/written.js";
import type { Range } from "../../../model/range.js";
import type { Declaration, Import, Method, Program, Region, Statement, Write } from "../program/program.js";
import { countOf } from "./loops.js";
import { isExpression, rangeOf, toExpression } from "./expressions.js";

/** Nesting of blocks beyond this is not looked into. */
const deepest = 300;

/** What surrounds a node. */
interface Context {
  readonly method: Method | null;
  readonly regions: readonly Region[];
  /** The enclosing block or class body: where a name declared here is visible. */
  readonly scope: Range;
  readonly depth: number;
}

/** Reads a Java file. Damaged text gives what its undamaged parts say; Java's own syntax errors are nobody's concern here. */
export function readJava(text: string): Program {
  const tree = parser.parse(text);
  const reader = new JavaReader(text);
  reader.children(tree.topNode, { method: null, regions: [], scope: { start: 0, end: text.length }, depth: 0 });
  const { imports, declarations, writes, statements, methods, types } = reader;
  return {
    text,
    comments: commentsOf(tree, text),
    imports,
    declarations,
    writes,
    statements,
    methods,
    types,
    mentions: mentionsOf(tree, text),
  };
}

/** Walks the tree once and collects what a {@link Program} lists. */
class JavaReader {
  readonly imports: Import[] = [];
  readonly declarations: Declaration[] = [];
  readonly writes: Write[] = [];
  readonly statements: Statement[] = [];
  readonly methods: Method[] = [];
  readonly types = new Set<string>();

  constructor(private readonly text: string) {}

  children(node: SyntaxNode, context: Context): void {
    if (context.depth > deepest) return;
    const inner = { ...context, depth: context.depth + 1 };
    for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child, inner);
  }

  private visit(node: SyntaxNode, context: Context): void {
    switch (node.name) {
      case "ImportDeclaration":
        this.imports.push(this.importOf(node));
        return;
      case "ClassDeclaration":
      case "InterfaceDeclaration":
      case "EnumDeclaration":
      case "RecordDeclaration":
        this.type(node, context);
        return;
      case "MethodDeclaration":
      case "ConstructorDeclaration":
        this.method(node, context);
        return;
      case "FieldDeclaration":
      case "LocalVariableDeclaration":
      case "ConstantDeclaration":
        this.variables(node, context);
        return;
      case "Resource":
        this.variable(node, node, context, this.span(node.firstChild));
        return;
      case "ForStatement":
      case "EnhancedForStatement":
      case "WhileStatement":
      case "DoStatement":
        this.loop(node, context);
        return;
      case "IfStatement":
      case "SwitchStatement":
      case "SwitchExpression":
        this.branches(node, context);
        return;
      case "CatchClause":
        this.children(node, within(context, { kind: "branch", range: rangeOf(node) }));
        return;
      case "Block":
      case "ConstructorBody":
      case "TryWithResourcesStatement":
        this.children(node, { ...context, scope: rangeOf(node) });
        return;
      default:
        if (isExpression(node)) this.statement(node, context, null);
        else this.children(node, context);
    }
  }

  private statement(node: SyntaxNode, context: Context, target: string | null): void {
    if (node.name === "AssignmentExpression") {
      this.assignment(node, context);
      return;
    }
    if (node.name === "UpdateExpression") {
      const name = node.getChild("Identifier") ?? node.getChild("FieldAccess")?.lastChild;
      if (name)
        this.writes.push({ name: this.span(name), range: rangeOf(node), value: null, method: context.method, regions: context.regions });
      return;
    }
    const { method, regions } = context;
    const isReturn = node.parent?.name === "ReturnStatement";
    this.statements.push({ expression: toExpression(node, this.text), range: rangeOf(node), target, isReturn, method, regions });
    this.bodiesInside(node, context);
  }

  private assignment(node: SyntaxNode, context: Context): void {
    const target = node.firstChild;
    const value = node.lastChild;
    const name = target?.name === "Identifier" ? target : target?.name === "FieldAccess" ? target.lastChild : null;
    const operator = node.getChild("AssignOp");
    const isPlain = operator !== null && this.span(operator) === "=" && value !== null && isExpression(value);
    if (name) {
      const { method, regions } = context;
      this.writes.push({
        name: this.span(name),
        range: rangeOf(node),
        value: isPlain ? toExpression(value, this.text) : null,
        method,
        regions,
      });
    }
    if (value && isExpression(value)) this.statement(value, context, isPlain && name ? this.span(name) : null);
  }

  /** Statements inside an expression: lambdas and anonymous classes. */
  private bodiesInside(node: SyntaxNode, context: Context): void {
    node.cursor().iterate((found) => {
      if (found.name === "LambdaExpression") {
        this.lambda(found.node, context);
        return false;
      }
      if (found.name === "ClassBody") {
        this.children(found.node, { method: null, regions: [], scope: rangeOf(found), depth: context.depth + 1 });
        return false;
      }
      if (found.name === "UpdateExpression" || found.name === "AssignmentExpression") {
        if (found.from !== node.from || found.to !== node.to) this.statement(found.node, context, null);
        return false;
      }
      return true;
    });
  }

  private lambda(node: SyntaxNode, context: Context): void {
    const inner = { ...within(context, { kind: "branch", range: rangeOf(node) }), scope: rangeOf(node), depth: context.depth + 1 };
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === "Definition") this.declare(child, "", "parameter", null, inner, false);
      else if (/Parameters$/.test(child.name)) this.parameters(child, inner);
      else this.visit(child, inner);
    }
  }

  private type(node: SyntaxNode, context: Context): void {
    const name = node.getChild("Definition");
    if (name) this.types.add(this.span(name));
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (/Body$/.test(child.name)) this.children(child, { method: null, regions: [], scope: rangeOf(child), depth: context.depth + 1 });
  }

  private method(node: SyntaxNode, context: Context): void {
    const name = node.getChild("Definition");
    const formal = node.getChild("FormalParameters");
    const parameters = formal ? parameterNames(formal).map((one) => this.span(one)) : [];
    const method: Method = { name: name ? this.span(name) : "", parameters, range: rangeOf(node) };
    this.methods.push(method);
    const inner = { method, regions: [], scope: rangeOf(node), depth: context.depth + 1 };
    if (formal) this.parameters(formal, inner);
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (child.name === "Block" || child.name === "ConstructorBody") this.visit(child, inner);
  }

  private parameters(formal: SyntaxNode, context: Context): void {
    for (const name of parameterNames(formal))
      this.declare(name, this.span(name.parent?.firstChild ?? null), "parameter", null, context, false);
  }

  private variables(node: SyntaxNode, context: Context): void {
    const type = this.typeOf(node);
    for (const declarator of node.getChildren("VariableDeclarator")) this.variable(declarator, node, context, type);
  }

  private variable(declarator: SyntaxNode, declaration: SyntaxNode, context: Context, type: string): void {
    const name = declarator.getChild("Definition");
    if (!name) return;
    const value = declarator.getChild("AssignOp") ? declarator.lastChild : null;
    const isField = declaration.name !== "LocalVariableDeclaration" && declaration.name !== "Resource";
    const modifiers = declaration.getChild("Modifiers");
    const isAnnotated = modifiers !== null && /@(?!SuppressWarnings|Deprecated)/.test(this.span(modifiers));
    const isPrivate = !isField || modifiers?.getChild("private") != null;
    const initializer = value && isExpression(value) ? value : null;
    this.declare(name, type, isField ? "field" : "local", initializer, context, isPrivate, isAnnotated);
    if (initializer) this.statement(initializer, context, this.span(name));
  }

  private declare(
    name: SyntaxNode,
    type: string,
    kind: Declaration["kind"],
    initializer: SyntaxNode | null,
    context: Context,
    isPrivate: boolean,
    isAnnotated = false,
  ): void {
    const { method, regions, scope } = context;
    this.declarations.push({
      name: this.span(name),
      nameRange: rangeOf(name),
      type,
      kind,
      initializer: initializer ? toExpression(initializer, this.text) : null,
      scope: kind === "local" ? { start: name.from, end: scope.end } : scope,
      isPrivate,
      isAnnotated,
      method,
      regions,
    });
  }

  private loop(node: SyntaxNode, context: Context): void {
    const count = node.name === "ForStatement" ? countOf(node, this.text) : undefined;
    const region: Region = { kind: "loop", range: rangeOf(node), ...(count && { count }) };
    const inner = { ...within(context, region), scope: rangeOf(node) };
    const spec = node.getChild("ForSpec");
    const variable = node.name === "EnhancedForStatement" ? spec?.getChild("Definition") : null;
    if (variable) this.declare(variable, "", "parameter", null, inner, false);
    this.children(node, inner);
  }

  private branches(node: SyntaxNode, context: Context): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const isCondition = child.name === "ParenthesizedExpression";
      this.visit(child, isCondition ? context : within(context, { kind: "branch", range: rangeOf(child) }));
    }
  }

  private importOf(node: SyntaxNode): Import {
    const path = node.getChild("ScopedIdentifier") ?? node.getChild("Identifier");
    return {
      path: path ? this.span(path).replace(/\s+/g, "") : "",
      isStatic: node.getChild("static") !== null,
      isWildcard: node.getChild("Asterisk") !== null,
      range: rangeOf(node),
    };
  }

  private typeOf(node: SyntaxNode): string {
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (/Type$|TypeName$|^var$/.test(child.name)) return this.span(child);
    return "";
  }

  private span(node: { readonly from: number; readonly to: number } | null): string {
    return node ? this.text.slice(node.from, node.to) : "";
  }
}

function within(context: Context, region: Region): Context {
  return { ...context, regions: [...context.regions, region] };
}

function parameterNames(formal: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  formal.cursor().iterate((node) => {
    if (node.name === "Definition") names.push(node.node);
  });
  return names;
}

function commentsOf(tree: Tree, text: string): Comment[] {
  const comments: Comment[] = [];
  tree.iterate({
    enter(node) {
      if (node.name !== "LineComment" && node.name !== "BlockComment") return;
      const inside = text.slice(node.from, node.to).replace(/^\/\/+|^\/\*+|\*+\/$/g, "");
      comments.push({ range: rangeOf(node), text: inside.trim() });
    },
  });
  return comments;
}

function mentionsOf(tree: Tree, text: string): Map<string, Range[]> {
  const mentions = new Map<string, Range[]>();
  tree.iterate({
    enter(node) {
      if (node.name === "MethodName" || node.name === "ImportDeclaration" || node.name === "PackageDeclaration") return false;
      if (node.name !== "Identifier" && node.name !== "Definition") return true;
      const name = text.slice(node.from, node.to);
      const known = mentions.get(name);
      if (known) known.push(rangeOf(node));
      else mentions.set(name, [rangeOf(node)]);
      return true;
    },
  });
  return mentions;
}
