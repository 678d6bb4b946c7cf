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
  /** A cell of a column of text that would be a number with a point in the place of its comma. */
  readonly decimalComma: string | null;
  /** How often a row has another value than the row before it. */
  readonly changes: number;
}

/** What one example of array data is: pixels. */
export interface ExampleProfile {
  /** Height and width, with the number of channels before them where the file says it. */
  readonly shape: readonly number[];
  /** Of all values that were read. */
  readonly min: number;
  readonly max: number;
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
  /** Of images: the class of each, as a column. */
  readonly classes?: ColumnProfile;
  /** Of images in one file: what an example is. */
  readonly example?: ExampleProfile;
}

/** A data file that is there, and cannot be read as the text says. */
export interface DataFault {
  /** As written in the config. */
  readonly path: string;
  /** What is wrong with it: `is separated by ";", not ","`. */
  readonly fault: string;
  /** True where most of it can be used all the same. */
  readonly isMild?: boolean;
  /** The argument of the source that would read it. */
  readonly instead?: { readonly key: "header"; readonly value: boolean } | { readonly key: "delimiter"; readonly value: string };
}

/** Data files as a text names them; paths with `/`, from the text's folder. */
export type DataSource =
  | {
      readonly kind: "csv";
      readonly path: string;
      /** True when the first row names the columns. */
      readonly header: boolean;
      readonly delimiter: string;
      /** A program opens it from the folder that it is started in, which may be one above the text's. */
      readonly inProgram?: boolean;
    }
  | { readonly kind: "idx"; readonly images: string; readonly labels: string }
  /** A folder with a folder of images for each class. */
  | { readonly kind: "images"; readonly path: string };
