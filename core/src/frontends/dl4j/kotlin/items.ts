import type { SyntaxNode } from "@lezer/common";

/** Nodes that carry nothing for who reads what is between brackets. */
const passedOver = new Set(["LineComment", "BlockComment", "Unclosed", "⚠"]);

/** What stands between two brackets, one after the other: words, operators, and operands with all that is called on them. */
export class Items {
  private place = 0;
  private readonly nodes: readonly SyntaxNode[];

  /**
   * @param isBroken true where a line break ends a statement: in braces and in a file, but not in parentheses
   */
  constructor(
    parent: SyntaxNode,
    private readonly text: string,
    private readonly isBroken: boolean,
  ) {
    const nodes: SyntaxNode[] = [];
    for (let child = parent.firstChild; child; child = child.nextSibling) if (!passedOver.has(child.name)) nodes.push(child);
    this.nodes = nodes;
  }

  get next(): SyntaxNode | undefined {
    return this.nodes[this.place];
  }

  /** How many have been taken: to see whether reading goes on. */
  get taken(): number {
    return this.place;
  }

  ahead(count: number): SyntaxNode | undefined {
    return this.nodes[this.place + count];
  }

  take(): SyntaxNode | undefined {
    return this.nodes[this.place++];
  }

  /** Takes the next one when it is of this kind and, if given, of this text. */
  takeIf(name: string, text?: string): SyntaxNode | undefined {
    const { next } = this;
    return next?.name === name && (text === undefined || this.textOf(next) === text) ? this.take() : undefined;
  }

  /** Takes all before the next one of these kinds. */
  takeUntil(...names: readonly string[]): void {
    while (this.next && !names.includes(this.next.name)) this.take();
  }

  textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** True when the next one begins another statement: it stands on another line than the one before it. */
  get isOnNewLine(): boolean {
    const [before, { next }] = [this.nodes[this.place - 1], this];
    if (!this.isBroken || !before || !next) return false;
    // a call that is not closed goes on to the next statement
    const end = before.from + this.text.slice(before.from, before.to).trimEnd().length;
    return this.text.slice(end, next.from).includes("\n");
  }

  /** The end of what was taken last; `start` before anything was. */
  endOfTaken(start: number): number {
    return this.nodes[this.place - 1]?.to ?? start;
  }
}
