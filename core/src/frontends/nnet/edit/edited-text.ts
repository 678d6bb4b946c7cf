import type { Range, TextEdit } from "../../../model/range.js";

/** A piece of the original text, or text that was written. */
type Piece = Range | string;

/** A text that is edited step by step, and the edits that make all the steps at once. */
export class EditedText {
  #pieces: readonly Piece[];
  #text: string;

  constructor(readonly original: string) {
    this.#pieces = [{ start: 0, end: original.length }];
    this.#text = original;
  }

  /** The text after the steps so far. */
  get text(): string {
    return this.#text;
  }

  /** One step: edits of the present text that do not overlap. */
  apply(edits: readonly TextEdit[]): void {
    const pieces: Piece[] = [];
    let text = "";
    let at = 0;
    for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
      pieces.push(...this.#slice(at, range.start), newText);
      text += this.#text.slice(at, range.start) + newText;
      at = range.end;
    }
    pieces.push(...this.#slice(at, this.#text.length));
    this.#text = text + this.#text.slice(at);
    this.#pieces = pieces;
  }

  /** Edits of the original text, sorted, that do not overlap or touch. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let written = "";
    const flush = (end: number): void => {
      if (this.original.slice(at, end) !== written) edits.push({ range: { start: at, end }, newText: written });
      written = "";
    };
    for (const piece of this.#pieces) {
      if (typeof piece === "string") written += piece;
      else if (piece.start < piece.end) {
        flush(piece.start);
        at = piece.end;
      }
    }
    flush(this.original.length);
    return edits;
  }

  #slice(start: number, end: number): Piece[] {
    const slice: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = typeof piece === "string" ? piece.length : piece.end - piece.start;
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
      if (from < to) slice.push(typeof piece === "string" ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to });
      at += length;
    }
    return slice;
  }
}
