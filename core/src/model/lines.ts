/** A position as the Language Server Protocol counts: line and character from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A span between two positions, the end exclusive. */
export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into lines and characters, and back. Lines end at `\n`, `\r\n` or `\r`, as in the protocol. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
      if (code === 10 || code === 13) this.#starts.push(at + 1);
    }
  }

  /** How many lines the text has; at least one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets beyond the text are taken as its end. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset where a line starts; the text's end for lines beyond it. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** The offset of a position; characters beyond the line's end are taken as its end. */
  offsetAt({ line, character }: Position): number {
    return Math.min(this.lineStart(line) + character, this.lineStart(line + 1));
  }

  /** A span of offsets as lines and characters. */
  lineRange(range: { readonly start: number; readonly end: number }): LineRange {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }
}
