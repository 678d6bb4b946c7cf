import type { Comment } from "../../../model/written.js";
import type { Range, TextEdit } from "../../../model/range.js";
import { indentation, isOneLine } from "../edit/style.js";
import { step } from "./lines.js";

/** The text that is formatted: its comments, each handed out once, and its words in canonical spelling. */
export class FormatSource {
  readonly #comments: readonly Range[];
  readonly #takenWhole = new Set<Range>();
  #taken = 0;

  constructor(
    readonly text: string,
    comments: readonly Comment[],
    readonly spellings: readonly TextEdit[],
  ) {
    this.#comments = comments.map(({ range }) => range).toSorted((a, b) => a.start - b.start);
  }

  /** What stands in the range, in canonical spelling. */
  spelt({ start, end }: Range): string {
    let [result, at] = ["", start];
    for (const { range, newText } of this.spellings) {
      if (range.start < at || range.end > end) continue;
      result += this.text.slice(at, range.start) + newText;
      at = range.end;
    }
    return result + this.text.slice(at, end);
  }

  hasCommentIn({ start, end }: Range): boolean {
    return this.#comments.some((comment) => comment.start >= start && comment.end <= end);
  }

  /** What stands in the range with the comments in it, which are not handed out again. */
  takeWhole(range: Range): string {
    for (const comment of this.#comments) if (comment.start >= range.start && comment.end <= range.end) this.#takenWhole.add(comment);
    return this.spelt(range);
  }

  /** An empty line stands before what begins at the offset. */
  isAfterBlank(offset: number): boolean {
    return /\n[ \t]*\r?\n[ \t]*$/u.test(this.text.slice(0, offset));
  }

  /** The comments before the offset that were not taken yet. */
  takeBefore(offset: number): Range[] {
    const from = this.#taken;
    while ((this.#comments[this.#taken]?.start ?? Infinity) < offset) this.#taken++;
    return this.#comments.slice(from, this.#taken).filter((comment) => !this.#takenWhole.has(comment));
  }

  /** The comment at the end of the line, behind what ends at the offset. */
  takeBehind(offset: number): string | undefined {
    const next = this.#comments[this.#taken];
    if (!next || !/^[ \t]*,?[ \t]*$/u.test(this.text.slice(offset, next.start)) || !isOneLine(this.text, next)) return undefined;
    if (next.start < offset || !/^[ \t]*(?:\r?\n|$)/u.test(this.text.slice(next.end))) return undefined;
    this.#taken++;
    return this.text.slice(next.start, next.end);
  }

  /** A comment as it stands at a depth: its further lines move with its first. */
  commentText(range: Range, depth: number): string {
    const before = indentation(this.text, range.start);
    const [first = "", ...others] = this.text.slice(range.start, range.end).split(/\r?\n/u);
    const moved = others.map((line) => (line.startsWith(before) ? step.repeat(depth) + line.slice(before.length) : line).trimEnd());
    return [first, ...moved].join(this.text.includes("\r\n") ? "\r\n" : "\n");
  }
}
