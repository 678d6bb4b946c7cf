/** What stands in columns: the values below one another in a block, the blocks of one-line layers that follow one another. */
export interface Column {
  /** Lines of the same group are lined up. */
  readonly group: number;
  /** Where in the line's text the space goes. */
  readonly at: number;
}

export interface Line {
  /** Steps of indentation. */
  readonly depth: number;
  /** May have line breaks of its own: a comment or a value that is left as it is. */
  readonly text: string;
  readonly column?: Column | undefined;
  /** A comment behind it. */
  comment?: string;
  /** An empty line stands before it. */
  blankBefore: boolean;
}

/** One step of indentation. */
export const step = "  ";

/** The lines as a text, lined up, with a line break at the end. */
export function joinLines(lines: readonly Line[], lineBreak: string): string {
  const widths = new Map<number, number>();
  for (const { column } of lines) if (column) widths.set(column.group, Math.max(widths.get(column.group) ?? 0, column.at));
  const texts = lines.map(({ depth, text, column, comment, blankBefore }, index) => {
    const space = column ? " ".repeat((widths.get(column.group) ?? 0) - column.at) : "";
    const padded = column ? `${text.slice(0, column.at)}${space}${text.slice(column.at)}` : text;
    const behind = comment === undefined ? "" : ` ${comment}`;
    return `${blankBefore && index > 0 ? lineBreak : ""}${step.repeat(depth)}${padded}${behind}${lineBreak}`;
  });
  return texts.join("");
}
