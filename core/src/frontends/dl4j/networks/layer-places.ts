import type { Link } from "../program/sequence.js";

/** Where the layers of branches that exclude each other go: each of them starts at the same place. */
interface Alternatives {
  readonly start: number;
  readonly counts: Map<number, number>;
}

/** Decides where in the list of layers a call's layer goes. */
export class LayerPlaces {
  private readonly alternatives = new Map<object, Alternatives>();
  private readonly coming = new Set<number>();

  /** A layer with this index is there, or comes later. */
  expect(index: number): void {
    this.coming.add(index);
  }

  /**
   * @param index the number that is given, where it is known
   * @param count how many layers there are
   */
  placeOf(link: Link, index: number | undefined, count: number): number {
    if (index !== undefined && index >= 0 && (index <= count || this.areComing(count, index))) return index;
    const { path } = link;
    if (link.isCertain || path?.kind !== "branch" || index !== undefined) return count;
    const known = this.alternatives.get(path.passing) ?? { start: count, counts: new Map<number, number>() };
    this.alternatives.set(path.passing, known);
    const before = known.counts.get(path.branch) ?? 0;
    known.counts.set(path.branch, before + 1);
    return Math.min(known.start + before, count);
  }

  private areComing(from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (!this.coming.has(index)) return false;
    return true;
  }
}
