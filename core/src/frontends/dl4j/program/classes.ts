import type { ClassBody, Program } from "./program.js";

/** Which classes of a file stand above which. Of classes of other files only the names are known. */
export class Classes {
  private readonly bodies = new Map<string, ClassBody>();
  private readonly chains = new Map<string, readonly string[]>();

  constructor({ bodies = [] }: Program) {
    for (const body of bodies) if (!this.bodies.has(body.name)) this.bodies.set(body.name, body);
  }

  /** Some class has another one of the file above it. */
  get areRelated(): boolean {
    return [...this.bodies.values()].some(({ supers }) => supers?.some((one) => this.bodies.has(one)) === true);
  }

  /** The class, then all above it, in the order in which a method is looked for. */
  above(type: string): readonly string[] {
    const known = this.chains.get(type);
    if (known) return known;
    const chain = new Set([type]);
    for (const one of chain) for (const above of this.bodies.get(one)?.supers ?? []) chain.add(above);
    this.chains.set(type, [...chain]);
    return [...chain];
  }

  /** The class of this file that a class extends, or an interface of it. */
  nextAbove(type: string): string | undefined {
    return this.bodies.get(type)?.supers?.find((one) => this.bodies.has(one));
  }

  below(type: string): readonly ClassBody[] {
    return [...this.bodies.values()].filter(({ name }) => name !== type && this.above(name).includes(type));
  }

  /** The class that an object of this type is of, where the file has just one that it can be. */
  concrete(type: string): string | undefined {
    const below = this.below(type);
    if (this.bodies.get(type)?.isAbstract !== true) return below.length === 0 ? type : undefined;
    const [only, ...others] = below.filter(({ isAbstract }) => isAbstract !== true);
    return others.length === 0 ? only?.name : undefined;
  }
}

/** The class whose body a place is in: the innermost. */
export function bodyAround(program: Program, at: number): ClassBody | undefined {
  let best: ClassBody | undefined;
  for (const body of program.bodies ?? [])
    if (body.range.start <= at && at <= body.range.end && (!best || body.range.start >= best.range.start)) best = body;
  return best;
}
