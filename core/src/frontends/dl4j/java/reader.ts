import type { SyntaxNode } from "@lezer/common";
import type { Range } from "../../../model/range.js";
import type { Method, Statement } from "../program/program.js";
import { innerName } from "../program/program.js";
import { nameOfTarget, writeOf } from "./assignments.js";
import { within, type Context } from "./context.js";
import { branchesOfIf, branchesOfSwitch, childrenOf, exitKindOf, leavesForGood, loopOf } from "./control-flow.js";
import { anonymousName, constructorCall, isExpression, operandsOf, rangeOf, toExpression } from "./expressions.js";
import { functionOf } from "./functions.js";
import { iterationOf, referenceOf } from "./iterations.js";
import { JavaCollected } from "./java-collected.js";
import { readFunction, readIteration, readReference, type Reader, type Traits } from "./lambdas.js";
import { lostName, type Piece } from "./lost-braces.js";
import { enumConstants, recordMembers } from "./records.js";
import { headOf, importOf, parameterNames, isSetElsewhere, signatureOf, typeOf, variableTraits } from "./signatures.js";

/** Nesting of blocks beyond this is not looked into. */
const deepest = 300;

/** Walks the tree once and collects what a {@link Program} lists. */
export class JavaReader extends JavaCollected implements Reader {
  /** What of the tree counts. */
  private piece: Range = { start: 0, end: 0 };
  text = "";

  /** @param length of the file's text */
  constructor(private readonly length: number) {
    super();
  }

  read({ top, text, start, end }: Piece): void {
    this.piece = { start, end };
    this.text = text;
    const scope = { start: 0, end: this.length };
    this.children(top, { method: null, regions: [], scope, owner: undefined, isSettable: false, depth: 0 });
  }

  private children(node: SyntaxNode, context: Context): void {
    let current = context;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.to <= this.piece.start || this.piece.end <= child.from) continue;
      this.visit(child, current);
      if (leavesForGood(child)) current = { ...context, method: this.lostMethod({ start: child.to, end: node.to }) };
    }
  }

  /** What stands behind a `return`, or returns outside any method, belongs to one whose head is lost or not typed yet. */
  private lostMethod(range: Range): Method {
    const method: Method = { name: "", parameters: [], range };
    this.methods.push(method);
    return method;
  }

  visit(node: SyntaxNode, around: Context): void {
    if (around.depth > deepest) return;
    const context = { ...around, depth: around.depth + 1 };
    switch (node.name) {
      case "ImportDeclaration":
        this.imports.push(importOf(node, this.text));
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
        this.block(node, context);
        return;
      case "StaticInitializer":
        this.children(node, { ...context, isOfClass: true });
        return;
      case "ConstructorBody":
      case "TryWithResourcesStatement":
        this.children(node, { ...context, scope: rangeOf(node) });
        return;
      case "ExplicitConstructorInvocation":
        this.otherConstructor(node, context);
        return;
      default:
        if (isExpression(node)) this.statement(node, context);
        else this.children(node, context);
        this.exit(node, context);
    }
  }

  private block(node: SyntaxNode, context: Context): void {
    const isLost = context.method === null && leavesForGood(node);
    this.children(node, { ...context, scope: rangeOf(node), ...(isLost && { method: this.lostMethod(rangeOf(node)) }) });
  }

  private exit(node: SyntaxNode, { method, regions }: Context): void {
    const kind = exitKindOf(node);
    if (kind) this.exits.push({ kind, range: rangeOf(node), method, regions });
  }

  /** An expression that stands alone or is returned. */
  private statement(node: SyntaxNode, context: Context): void {
    if (node.name === "AssignmentExpression") {
      this.assignment(node, context);
      return;
    }
    const isReturn = node.parent?.name === "ReturnStatement";
    const iteration = isReturn ? undefined : iterationOf(node, this.text);
    if (iteration) readIteration(iteration, node, context, this);
    else this.say(node, context, { target: null, isReturn });
  }

  say(node: SyntaxNode, context: Context, how: Pick<Statement, "target" | "isReturn" | "isFieldTarget">): void {
    const { method, regions, isOfClass } = context;
    const statement = { expression: toExpression(node, this.text), range: rangeOf(node), ...how, method, regions };
    this.statements.push({ ...statement, ...(isOfClass && method === null && { isOfClass }) });
    this.inside(node, context);
  }

  /** `x = …` is the value with its target; everything else that assigns is an expression of its own. */
  private assignment(node: SyntaxNode, context: Context): void {
    const [target, value] = [node.firstChild, node.lastChild];
    const name = nameOfTarget(target);
    const isField = target?.name === "FieldAccess";
    const isOwn = target?.name === "Identifier" || (isField && target.firstChild?.name === "this");
    const isPlain = name !== null && isOwn && this.span(node.getChild("AssignOp")) === "=" && value !== null && isExpression(value);
    if (!isPlain) {
      this.say(node, context, { target: null, isReturn: false });
      return;
    }
    this.write(node, context);
    this.say(value, context, { target: this.span(name), isReturn: false, ...(isField && { isFieldTarget: true }) });
  }

  /** Notes an assignment. */
  private write(node: SyntaxNode, { method, regions }: Context): void {
    const write = writeOf(node, this.text);
    if (write) this.writes.push({ ...write, method, regions });
  }

  /** What an expression holds besides its value: assignments, lambdas, anonymous classes. */
  private inside(node: SyntaxNode, context: Context): void {
    node.cursor().iterate((found) => {
      if (found.name === "LambdaExpression") {
        this.lambda(found.node, context);
        return false;
      }
      const reference = referenceOf(found.node);
      if (reference) readReference(reference, context, this);
      if (found.name === "ClassBody") {
        this.anonymous(found.node, context);
        return false;
      }
      if (found.name === "UpdateExpression" || found.name === "AssignmentExpression") this.write(found.node, context);
      return true;
    });
  }

  private anonymous(body: SyntaxNode, context: Context): void {
    const [owner, range] = [anonymousName(body), rangeOf(body)];
    const type = body.parent?.name === "ObjectCreationExpression" ? typeOf(body.parent, this.text) : "";
    this.bodies.push({ name: owner, range, supers: [innerName(type)] });
    this.children(body, { ...context, method: null, regions: [], scope: range, owner, enclosing: context.method });
  }

  private lambda(node: SyntaxNode, context: Context): void {
    const inner = { ...within(context, { kind: "branch", range: rangeOf(node), isLambda: true }), scope: rangeOf(node) };
    for (const child of childrenOf(node)) {
      if (child.name === "Definition") this.declare(child, inner, { type: "", kind: "parameter", isPrivate: false });
      else if (/Parameters$/.test(child.name)) this.parameters(child, inner);
      else this.visit(child, inner);
    }
  }

  private type(node: SyntaxNode, context: Context): void {
    const name = node.getChild("Definition");
    if (name) this.types.add(this.span(name));
    const owner = name ? this.span(name) : undefined;
    const isSettable = isSetElsewhere(node, this.text);
    if (owner !== undefined && node.name === "RecordDeclaration") this.add(recordMembers(node, owner, this.text));
    if (owner !== undefined && node.name === "EnumDeclaration") this.add(enumConstants(node, owner, this.text));
    for (const child of childrenOf(node)) {
      if (!/Body$/.test(child.name)) continue;
      const range = this.bodyOf(child);
      if (owner !== undefined) this.bodies.push({ name: owner, range, ...headOf(node, this.text) });
      this.children(child, { ...context, method: null, regions: [], scope: range, owner, isSettable });
    }
  }

  /** A class that is ended too early goes on to the end of the file. */
  private bodyOf(body: SyntaxNode): Range {
    const isCut = body.parent?.parent?.name === "Program" && this.piece.end < this.length;
    return isCut ? { start: body.from, end: this.length } : rangeOf(body);
  }

  private method(node: SyntaxNode, context: Context): void {
    const signature = signatureOf(node, context.owner, this.text);
    const { enclosing } = context;
    const method =
      signature.name === lostName
        ? { name: "", parameters: [], range: signature.range }
        : { ...signature, ...(enclosing && { enclosing }) };
    this.methods.push(method);
    const inner = { ...context, method, regions: [], scope: rangeOf(node) };
    const formal = node.getChild("FormalParameters");
    if (formal) this.parameters(formal, inner);
    for (const child of childrenOf(node)) if (child.name === "Block" || child.name === "ConstructorBody") this.visit(child, inner);
  }

  private otherConstructor(node: SyntaxNode, { method, regions }: Context): void {
    const expression = constructorCall(node, this.text);
    if (expression) this.statements.push({ expression, range: rangeOf(node), target: null, isReturn: false, method, regions });
  }

  private parameters(formal: SyntaxNode, context: Context): void {
    for (const name of parameterNames(formal)) {
      const parameter = name.parent?.name === "VariableDeclarator" ? name.parent.parent : name.parent;
      this.declare(name, context, { type: parameter ? typeOf(parameter, this.text) : "", kind: "parameter", isPrivate: false });
    }
  }

  private variables(node: SyntaxNode, context: Context): void {
    const type = typeOf(node, this.text);
    for (const declarator of node.getChildren("VariableDeclarator")) this.variable(declarator, node, context, type);
  }

  private variable(declarator: SyntaxNode, declaration: SyntaxNode, context: Context, type: string): void {
    const name = declarator.getChild("Definition");
    if (!name) return;
    const initializer = declarator.getChild("AssignOp") ? (operandsOf(declarator)[0] ?? null) : null;
    const held = initializer?.name === "LambdaExpression" ? functionOf(initializer, name, context, this.text, type) : undefined;
    if (initializer && held) {
      readFunction(initializer, name, held, context, { type, ...variableTraits(declaration, this.text, context.isSettable) }, this);
      return;
    }
    this.declare(name, context, { type, ...variableTraits(declaration, this.text, context.isSettable) }, initializer);
    if (initializer) this.say(initializer, context, { target: this.span(name), isReturn: false });
  }

  declare(name: SyntaxNode, { method, regions, scope }: Context, traits: Traits, initializer: SyntaxNode | null = null): void {
    this.declarations.push({
      name: this.span(name),
      nameRange: rangeOf(name),
      isAnnotated: false,
      ...traits,
      initializer: initializer ? toExpression(initializer, this.text) : null,
      scope: traits.kind === "local" ? { start: name.from, end: scope.end } : scope,
      method,
      regions,
    });
  }

  private loop(node: SyntaxNode, context: Context): void {
    const { region, before, body, variable, headers } = loopOf(node, this.text);
    const around = { ...context, scope: rangeOf(node) };
    before.forEach((child) => {
      this.visit(child, around);
    });
    const inner = within(around, region);
    if (variable)
      this.declare(variable, inner, { type: typeOf(variable.parent ?? variable, this.text), kind: "parameter", isPrivate: false });
    headers.forEach((header) => {
      this.inside(header, inner);
    });
    body.forEach((child) => {
      this.visit(child, inner);
    });
  }

  private branches(node: SyntaxNode, context: Context): void {
    const condition = node.getChild("ParenthesizedExpression");
    if (condition) this.statement(condition, context);
    const branches = node.name === "IfStatement" ? branchesOfIf(node, this.text) : branchesOfSwitch(node, this.text);
    for (const { region, body } of branches) {
      const inner = { ...within(context, region), scope: node.name === "IfStatement" ? region.range : rangeOf(node) };
      body.forEach((child) => {
        this.visit(child, inner);
      });
    }
  }

  private span(node: { readonly from: number; readonly to: number } | null | undefined): string {
    return node ? this.text.slice(node.from, node.to) : "";
  }
}
