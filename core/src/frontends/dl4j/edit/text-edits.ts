import type { Range, TextEdit } from "../../../model/range.js";

/** Edits of one change set: sorted, apart from each other. */
export class TextEdits {
  private readonly edits: TextEdit[] = [];
  /** Classes that the new text names and that may need an import. */
  readonly imports = new Set<string>();

  replace(range: Range, newText: string): void {
    if (
      this.edits.some((one) => one.range.start === range.start && one.range.end === range.end && one.newText === newText && newText !== "")
    )
      return;
    this.edits.push({ range, newText });
  }

  /** The same text for several layers that one text makes is written once. */
  insert(at: number, newText: string): void {
    if (this.edits.some(({ range, newText: other }) => range.start === at && range.end === at && other === newText)) return;
    this.edits.push({ range: { start: at, end: at }, newText });
  }

  remove(range: Range): void {
    if (!this.edits.some((one) => one.range.start === range.start && one.range.end === range.end)) this.edits.push({ range, newText: "" });
  }

  /** The edits in order, insertions at one place joined; `null` when two of them touch the same text. */
  finish(): readonly TextEdit[] | null {
    const sorted = this.edits
      .map((edit, order) => ({ edit, order }))
      .sort((a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.order - b.order);
    const result: TextEdit[] = [];
    for (const { edit } of sorted) {
      const last = result.at(-1);
      if (last && edit.range.start < last.range.end) return null;
      const isSamePlace = last !== undefined && last.range.end === last.range.start && last.range.start === edit.range.start;
      if (last && isSamePlace) result[result.length - 1] = { range: edit.range, newText: last.newText + edit.newText };
      else result.push(edit);
    }
    return result;
  }
}
