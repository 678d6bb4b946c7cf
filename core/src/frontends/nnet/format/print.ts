import type {
  BlockNode,
  ItemNode,
  KindNode,
  LayerNode,
  NetworkNode,
  NumberNode,
  PropertyNode,
  SubBlockNode,
  ValueNode,
} from "../syntax/tree.js";
import type { Range } from "../../../model/range.js";
import { isOneLine } from "../edit/style.js";
import type { Column, Line } from "./lines.js";
import type { FormatSource } from "./source.js";

/** A block that is longer than this in one line is put on several. */
const widestLine = 100;
/** Longer keys stand outside of the column of values. */
const longestKeyInColumn = 12;
/** Longer heads of layers stand outside of the column of blocks. */
const longestHeadInColumn = 40;

/** The lines of the networks, and of the comments around them. */
export function printNetworks(networks: readonly NetworkNode[], source: FormatSource): readonly Line[] {
  const printer = new Printer(source);
  for (const network of networks) printer.network(network);
  printer.comments(source.text.length, 0);
  return printer.lines;
}

class Printer {
  readonly lines: Line[] = [];
  #groups = 0;

  constructor(private readonly source: FormatSource) {}

  /** Comments that stand before the offset, each on lines of its own. */
  comments(offset: number, depth: number): void {
    for (const range of this.source.takeBefore(offset)) {
      this.#add({ depth, text: this.source.commentText(range, depth), blankBefore: this.source.isAfterBlank(range.start) });
    }
  }

  network({ range, name, items, open, close }: NetworkNode): void {
    const first = this.lines.length;
    this.#open(`network ${name ? this.#raw(name.range) : ""} {`, range.start, (open ?? range.end) - 1, 0);
    const begun = this.lines[first];
    if (begun) begun.blankBefore = true;
    let before: PrintedItem | undefined;
    for (const item of items) before = this.#item(item, before);
    this.#close(close ?? range.end, 0);
  }

  #item(item: ItemNode, before: PrintedItem | undefined): PrintedItem {
    const first = this.lines.length;
    const group = before?.isLayer === true && !this.source.isAfterBlank(item.range.start) ? before.group : ++this.#groups;
    const isLayer = item.kind === "layer" || item.kind === "vertex";
    const body = item.block && this.#oneLineBlock(item.block);
    const head = this.#head(item);
    const room = widestLine - head.length - 1;
    if (!item.block) this.#whole(head, item.range, 1);
    else if (body !== null && body.length <= room) {
      const column = isLayer && head.length <= longestHeadInColumn ? { group, at: head.length } : undefined;
      this.#whole(`${head} ${body}`, item.range, 1, column);
    } else {
      this.#open(`${head} {`, item.range.start, item.block.range.start, 1);
      this.#entries(item.block, 2);
      this.#close(item.block.range.end - 1, 1);
    }
    const isTall = item.kind === "section" && this.lines.at(-1)?.text === "}";
    const begun = this.lines[first];
    if (begun && before) begun.blankBefore ||= isTall || before.isTall;
    return { isLayer, isTall, group };
  }

  #head(item: ItemNode): string {
    if (item.kind === "section") return item.section;
    if (item.kind === "input") return item.value ? `input: ${this.#value(item.value)}` : "input";
    return this.#layerHead(item);
  }

  #layerHead({ kind, layerKind, name, from }: LayerNode): string {
    const sources = from.map(({ range }) => this.#raw(range)).join(", ");
    const parts = [kind, layerKind && this.#kind(layerKind), name && this.#raw(name.range), sources === "" ? null : `from ${sources}`];
    return parts.filter((part) => part !== null).join(" ");
  }

  #kind(node: KindNode | NumberNode): string {
    if (node.kind === "number") return this.#raw(node.range);
    const args = node.args.map((argument) => this.#kind(argument)).join(", ");
    return `${this.#raw(node.name.range)}${args === "" ? "" : `(${args})`}`;
  }

  #entries({ entries }: BlockNode, depth: number): void {
    const group = ++this.#groups;
    for (const entry of entries) {
      if (entry.kind === "property") this.#property(entry, group, depth);
      else this.#subBlock(entry, depth);
    }
  }

  #property(entry: PropertyNode, group: number, depth: number): void {
    const key = this.#raw(entry.key.range);
    const text = `${key}: ${entry.value ? this.#value(entry.value) : ""}`;
    this.#whole(text, entry.range, depth, key.length <= longestKeyInColumn ? { group, at: key.length + 1 } : undefined);
  }

  #subBlock({ key, block, range }: SubBlockNode, depth: number): void {
    const name = this.#raw(key.range);
    const body = this.#oneLineBlock(block);
    if (body !== null && name.length + body.length < widestLine) this.#whole(`${name} ${body}`, range, depth);
    else {
      this.#open(`${name} {`, range.start, block.range.start, depth);
      this.#entries(block, depth + 1);
      this.#close(block.range.end - 1, depth);
    }
  }

  /** The block in one line; `null` when it was written on several, or has comments. */
  #oneLineBlock(block: BlockNode): string | null {
    if (!isOneLine(this.source.text, block.range) || this.source.hasCommentIn(block.range)) return null;
    const entries = block.entries.map((entry) => {
      if (entry.kind === "block") return `${this.#raw(entry.key.range)} ${this.#oneLineBlock(entry.block) ?? ""}`;
      return `${this.#raw(entry.key.range)}: ${entry.value ? this.#value(entry.value) : ""}`;
    });
    return entries.length === 0 ? "{ }" : `{ ${entries.join(", ")} }`;
  }

  /** A value in one line; one with comments is left as it is. */
  #value(node: ValueNode): string {
    if (this.source.hasCommentIn(node.range)) return this.source.takeWhole(node.range);
    if (node.kind === "list") return `[${node.items.map((item) => this.#value(item)).join(", ")}]`;
    if (node.kind !== "call") return this.#raw(node.range);
    const args = node.args.map(({ key, value }) => `${key ? `${this.#raw(key.range)}: ` : ""}${this.#value(value)}`);
    return `${this.#raw(node.name.range)}(${args.join(", ")})`;
  }

  /** A line that is the whole of what stands in the range. Comments inside of it that are not in a value go before it. */
  #whole(text: string, range: Range, depth: number, column?: Column): void {
    this.comments(range.start, depth);
    for (const comment of this.source.takeBefore(range.end)) {
      this.#add({ depth, text: this.source.commentText(comment, depth), blankBefore: false });
    }
    this.#add({ depth, text, column, blankBefore: this.source.isAfterBlank(range.start) });
    this.#putBehind(range.end);
  }

  #open(text: string, start: number, brace: number, depth: number): void {
    this.comments(brace, depth);
    this.#add({ depth, text, blankBefore: this.source.isAfterBlank(start) });
    this.#putBehind(brace + 1);
  }

  #close(brace: number, depth: number): void {
    this.comments(brace, depth + 1);
    this.#add({ depth, text: "}", blankBefore: false });
    this.#putBehind(brace + 1);
  }

  #putBehind(end: number): void {
    const comment = this.source.takeBehind(end);
    const last = this.lines.at(-1);
    if (comment !== undefined && last) last.comment = comment;
  }

  /** No empty line stands directly within a brace. */
  #add(line: Line): void {
    const isFirstWithin = this.lines.at(-1)?.text.endsWith("{") === true;
    this.lines.push({ ...line, blankBefore: line.blankBefore && !isFirstWithin });
  }

  #raw(range: Range): string {
    return this.source.spelt(range);
  }
}

interface PrintedItem {
  readonly isLayer: boolean;
  /** A section on several lines: empty lines stand around it. */
  readonly isTall: boolean;
  /** The column of blocks that it belongs to. */
  readonly group: number;
}
