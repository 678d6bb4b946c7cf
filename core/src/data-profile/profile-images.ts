import type { DataFault, DataProfile } from "../model/data-profile.js";
import { profileColumn } from "./profile-column.js";

/** A folder of images of one class. */
export interface ClassFolder {
  readonly name: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
}

const images = /\.(png|jpe?g|bmp|gif|tiff?)$/iu;

/** Counts the images of each class; what is in them is not read. */
export function profileImages(path: string, folders: readonly ClassFolder[], loose: readonly string[]): DataProfile | DataFault {
  const classes = folders.filter(({ name }) => !name.startsWith("."));
  if (classes.length === 0)
    return {
      path,
      fault: loose.some((name) => images.test(name))
        ? "has its images beside each other: each class needs a folder of its own"
        : "holds no folders of images",
    };
  const labels = classes
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, files }) => ({ name, count: files.filter((file) => images.test(file)).length }));
  const empty = labels.find(({ count }) => count === 0);
  if (empty) return { path, fault: `has no images in its folder "${empty.name}"` };
  const cells = labels.flatMap(({ name, count }) => Array<string>(count).fill(name));
  return {
    path,
    rows: cells.length,
    complete: true,
    columns: [],
    rowHashes: new Float64Array(),
    // A folder's name is a name, also where it is a number.
    classes: {
      ...profileColumn(0, null, cells),
      type: "text",
      distinct: labels.map(({ name }) => name),
      counts: labels.map(({ count }) => count),
    },
  };
}
