/** What is known of one column of a data file. */
export interface ColumnProfile {
  readonly index: number;
  /** The header's name, or `null` without a header. */
  readonly name: string | null;
  /** `number`: every filled cell is a number. `integer`: every filled cell is a whole number. */
  readonly type: "integer" | "number" | "text" | "empty";
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Population standard deviation. */
  readonly std: number | null;
  /** Distinct values, sorted; `null` when there are more than the profile keeps (100). */
  readonly distinct: readonly string[] | null;
  /** How often each of `distinct` occurs. */
  readonly counts: readonly number[] | null;
  /** Empty, NaN or (in a numeric column) unreadable cells. */
  readonly missing: number;
  /** The first such row, counted from 1 without the header. */
  readonly firstMissingRow: number | null;
}

/** Statistics of a data file; of its first 10 MB when it is larger. */
export interface DataProfile {
  /** As written in the config. */
  readonly path: string;
  readonly rows: number;
  /** False when only the beginning of the file was read. */
  readonly complete: boolean;
  readonly columns: readonly ColumnProfile[];
  /**
   * A number for the content of each row, in the file's order: equal rows have equal numbers. Columns that only count the rows are left
   * out of it, so that examples are compared.
   */
  readonly rowHashes: Float64Array;
}
