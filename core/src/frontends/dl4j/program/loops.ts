import type { Expression } from "./expression.js";
import type { Region, Statement } from "./program.js";
import type { Scope } from "./scope.js";
import { forEachPart } from "./sequence.js";
import { byPlace, startingIn } from "./sorted.js";

const builderCalls = /^(layer|addLayer|addVertex|appendLayer|appendVertex|addInputs|inputPreProcessor|list)$/;
const fillingCalls = /^(put|add|setPreProcessor)$/;

/** Knows which loops of a file are worth going round one by one. */
export class Loops {
  private readonly statements: readonly Statement[];
  private readonly building: ReadonlySet<string>;
  /** Text whose loops are not followed: each round would make a network of its own from it. */
  private readonly networkText: number[];
  private readonly adding = new Map<Region, boolean>();

  constructor(scope: Scope) {
    this.statements = byPlace(scope.program.statements);
    this.building = buildingMethods(scope);
    this.networkText = openingsIn(scope);
  }

  isWorthFollowing(loop: Region): boolean {
    const known = this.adding.get(loop) ?? this.addsToBuilders(loop);
    this.adding.set(loop, known);
    return known && !this.networkText.some((at) => at > loop.range.start && at < loop.range.end);
  }

  /** The loops around a place are not followed any more. */
  leaveAlone(at: number): void {
    this.networkText.push(at);
  }

  /** Builders, methods that build, and short loops that fill arrays and lists: sizes of layers, schedules. Not what trains. */
  private addsToBuilders({ range }: Region): boolean {
    const inside = startingIn(this.statements, range).filter((one) => one.range.end <= range.end);
    const parts: Expression[] = [];
    for (const { expression } of inside) forEachPart(expression, (part) => void parts.push(part));
    if (parts.some((part) => part.kind === "invoke" && part.name === "fit")) return false;
    const isShort = inside.length <= 3;
    return parts.some((part) => {
      if (part.kind === "assign") return isShort && !isCell(part.target);
      if (part.kind === "construct") return part.type.endsWith("Builder") || this.building.has(part.type);
      if (part.kind !== "invoke") return false;
      return builderCalls.test(part.name) || (isShort && fillingCalls.test(part.name)) || this.building.has(part.name);
    });
  }
}

/** Methods and classes of the file in which something is built, by themselves or through others. */
function buildingMethods({ program }: Scope): ReadonlySet<string> {
  const building = new Set<string>();
  const calledBy = new Map<string, Set<string>>();
  for (const { expression, method } of program.statements) {
    const names = method ? [method.name, ...(method.isConstructor === true && method.owner !== undefined ? [method.owner] : [])] : [];
    forEachPart(expression, (part) => {
      const isBuilder = part.kind === "construct" && part.type.endsWith("Builder");
      const called = part.kind === "invoke" ? part.name : part.kind === "construct" ? part.type : undefined;
      for (const name of names) {
        if (isBuilder || (part.kind === "invoke" && builderCalls.test(part.name))) building.add(name);
        if (called !== undefined) calledBy.set(called, (calledBy.get(called) ?? new Set()).add(name));
      }
    });
  }
  for (const name of building) for (const caller of calledBy.get(name) ?? []) building.add(caller);
  return building;
}

/** Where `list()` and `graphBuilder()` stand. */
function openingsIn({ program }: Scope): number[] {
  const openings: number[] = [];
  for (const { expression } of program.statements)
    forEachPart(expression, (part) => {
      if (part.kind === "invoke" && part.on && /^(list|graphBuilder)$/.test(part.name)) openings.push(part.nameRange.start);
    });
  return openings;
}

/** `matrix[row][column]`: data, not sizes of layers. */
function isCell(target: Expression): boolean {
  return target.kind === "index" && target.on.kind === "index";
}
